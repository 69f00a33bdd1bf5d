import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from "fastify";

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** What a door does on the paths that it may have to share. */
export interface ApiRoomsDoor {
  post: Handler;
  get: Handler;
  /** Answers what can't even be read, where the door's own answer to that isn't everyone's. */
  errorHandler?: RouteShorthandOptions["errorHandler"];
}

/**
 * `POST` and `GET /api/rooms`, which two specs promise. Where both doors are open, what is asked tells them apart;
 * otherwise everything here is for the one that is.
 */
export function registerApiRooms(
  app: FastifyInstance,
  { lobby, pairing }: { lobby: ApiRoomsDoor | undefined; pairing: ApiRoomsDoor | undefined },
): void {
  const one = lobby ?? pairing;
  if (!one) return;
  const other = pairing ?? one;
  const { errorHandler } = one;
  app.post("/api/rooms", errorHandler ? { errorHandler } : {}, (request, reply) =>
    (isPending(request.body) ? other : one).post(request, reply),
  );
  app.get("/api/rooms", (request, reply) => (asksForPair(request.query) ? other : one).get(request, reply));
}

const PENDING_FIELDS = ["joinid", "exp", "client1"];

function isPending(body: unknown): boolean {
  return typeof body === "object" && body !== null && PENDING_FIELDS.some((field) => Object.hasOwn(body, field));
}

/** Asking for no id in particular is still asking for a pair. */
function asksForPair(query: unknown): boolean {
  return typeof query === "object" && query !== null && "roomid" in query;
}
