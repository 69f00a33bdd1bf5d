import { Server, type Socket } from "socket.io";
import type { Core } from "../core/core.ts";
import { Refusal } from "../core/errors.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { wireError } from "../dialects/wire-error.ts";
import type { ClientAddress } from "../http/client-address.ts";
import type { OriginCheck } from "../http/origins.ts";
import { Conversation } from "./conversation.ts";
import { createEngine, type Transport } from "./engine.ts";

export interface SocketIoOptions {
  path: Dialect["claim"]["path"];
  /** Those that are turned on; the ones of other paths are left out here. */
  dialects: readonly Dialect[];
  core: Core;
  clientAddress: ClientAddress;
  allowsOrigin: OriginCheck;
}

/** Socket.IO on one path, speaking the dialects that claim it. */
export function createSocketIo({ path, dialects, core, clientAddress, allowsOrigin }: SocketIoOptions): Transport {
  const here = dialects.filter(({ claim }) => claim.path === path);
  const handshake = here.find(({ claim }) => claim.at === "handshake");
  const engine = createEngine(async (request) => {
    if (allowsOrigin(request)) return true;
    const { origin = "" } = request.headers;
    // The token that comes later tells whether it is the right app's.
    return handshake !== undefined && core.apps.listsOrigin(origin).catch(() => false);
  });
  const io = new Server({ serveClient: false, connectTimeout: 10_000 });
  io.bind(engine);
  const addressOf = (socket: Socket) => clientAddress(socket.request);

  io.use((socket, next) => {
    if (!handshake) return next();
    const { request } = socket;
    const visitor = {
      address: addressOf(socket),
      foreignOrigin: allowsOrigin(request) ? undefined : request.headers.origin,
    };
    openConversation(socket, handshake, core, visitor).then(
      () => next(),
      (cause) => next(handshakeError(cause)),
    );
  });

  io.on("connection", (socket) => {
    const opened = opening.get(socket);
    if (opened) {
      opened.confirmed();
      socket.onAny((name: string, ...args: unknown[]) => opened.receive(name, args));
    } else {
      listenForDialect(socket, here, core, addressOf(socket));
    }
  });

  return {
    path,
    handleRequest: (request, response) =>
      engine.handleRequest(request as Parameters<typeof engine.handleRequest>[0], response),
    handleUpgrade: (request, socket, head) =>
      engine.handleUpgrade(request as Parameters<typeof engine.handleUpgrade>[0], socket, head),
    async close() {
      // The engine first: io.close() alone waits for a server that it doesn't own.
      engine.close();
      await io.close();
    },
  };
}

const opening = new WeakMap<Socket, Conversation>();

/** Handshake dialects: the connection stands only if its first command was carried out. */
async function openConversation(
  socket: Socket,
  dialect: Dialect,
  core: Core,
  { address, foreignOrigin }: { address: string; foreignOrigin: string | undefined },
): Promise<void> {
  if (dialect.claim.at !== "handshake") return;
  const { decode } = dialect.claim;
  const conversation = new Conversation(socket, dialect, core, address, foreignOrigin);
  const unfollow = followEnd(socket, conversation);
  const reply = await conversation.open(() => decode(socket.handshake.auth));
  if (!reply.ok) {
    unfollow();
    // Whatever the command had got to before it failed.
    conversation.end("left");
    throw reply.refusal;
  }
  opening.set(socket, conversation);
}

/** A connection that has said so much that no door knows isn't going to find one. */
const MAX_UNKNOWN = 100;

/** First-message dialects: the first message that one of them knows decides. */
function listenForDialect(socket: Socket, dialects: readonly Dialect[], core: Core, address: string): void {
  let conversation: Conversation | undefined;
  let unknown = 0;
  socket.onAny((name: string, ...args: unknown[]) => {
    // Unlike other listeners, this one also hears what is handed over after the end.
    if (!socket.connected) return;
    if (!conversation) {
      const dialect = dialects.find(({ claim }) => claim.at === "first-message" && claim.speaks(name, args[0]));
      if (!dialect) {
        if (++unknown > MAX_UNKNOWN) return void socket.disconnect(true);
        const error = wireError(new Refusal("UNKNOWN_EVENT"));
        const ack = args.at(-1);
        if (typeof ack === "function") ack({ ok: false, error });
        else socket.emit("error", error);
        return;
      }
      conversation = new Conversation(socket, dialect, core, address);
      followEnd(socket, conversation);
    }
    conversation.receive(name, args);
  });
}

/**
 * A client that disconnects has left; one whose transport ends is lost, also while still in the handshake.
 * Returns the end of following.
 */
function followEnd(socket: Socket, conversation: Conversation): () => void {
  const lost = () => conversation.end("lost");
  const disconnected = (reason: string) => conversation.end(reason === "client namespace disconnect" ? "left" : "lost");
  socket.once("disconnect", disconnected);
  if (socket.conn.readyState === "open") socket.conn.once("close", lost);
  // It has ended since its packet was read: nobody would tell again.
  else lost();
  return () => {
    socket.off("disconnect", disconnected);
    socket.conn.off("close", lost);
  };
}

/** What socket.io-client's `connect_error` carries in `data`. */
function handshakeError(cause: unknown): Error & { data: object } {
  const refusal = Refusal.from(cause);
  return Object.assign(new Error(refusal.message), { data: wireError(refusal) });
}
