import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { limits } from "@chamcall/protocol";
import cors from "@fastify/cors";
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from "fastify";
import type { DialectName } from "../config.ts";
import type { Core } from "../core/core.ts";
import { registerAppAuth } from "./app-auth.ts";
import type { ClientAddress } from "./client-address.ts";
import { answerError, registerErrors } from "./errors.ts";
import type { OriginCheck } from "./origins.ts";
import { registerAdminApps } from "./routes/admin/apps.ts";
import { registerApiRooms } from "./routes/api-rooms.ts";
import { registerEmbed } from "./routes/embed.ts";
import { registerFrontDoor } from "./routes/front-door.ts";
import { registerHealth } from "./routes/health.ts";
import { createRoom } from "./routes/lobby/create-room.ts";
import { registerDescribeRoom } from "./routes/lobby/describe-room.ts";
import { listRooms } from "./routes/lobby/list-rooms.ts";
import { answerProblem } from "./routes/pairing/answer-problem.ts";
import { createPending } from "./routes/pairing/create-pending.ts";
import { getRoom } from "./routes/pairing/get-room.ts";
import { registerPairing } from "./routes/pairing.ts";
import { registerRoom } from "./routes/room.ts";
import { registerSignIn } from "./routes/sign-in.ts";
import { registerAuthToken } from "./routes/v1/auth-token.ts";
import { registerV1 } from "./routes/v1.ts";
import { registerWebApp } from "./routes/web-app.ts";
import { registerSecurityHeaders } from "./security-headers.ts";
import { typeboxValidator } from "./typebox-validator.ts";

export interface HttpOptions {
  core: Core;
  /** Those that are open; each has its routes only then. */
  doors: ReadonlySet<DialectName>;
  production: boolean;
  /** Whether the pairing door takes join codes. */
  pairingApi: boolean;
  clientAddress: ClientAddress;
  allowsOrigin: OriginCheck;
  /** Sites that may frame the embed page. */
  allowedOrigins: readonly string[];
  /** Opens the routes that manage apps; there are none without it. */
  adminToken: string | undefined;
  publicUrl: string | undefined;
  trustProxy: readonly string[];
  webDirectory: string;
  version: string;
  logger: FastifyBaseLogger;
  /** Wraps the request listener, for transports that answer some requests themselves. */
  around: (listener: RequestListener) => RequestListener;
}

/** REST and the web app. The server isn't listening yet. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { core, doors, clientAddress, publicUrl } = options;
  const app = fastify({
    // Where it listens is the banner's to tell.
    loggerInstance: options.logger.child(
      {},
      { level: options.logger.level === "info" ? "warn" : options.logger.level },
    ),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    bodyLimit: 64 * 1024,
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
    routerOptions: { maxParamLength: limits.roomId },
    frameworkErrors: answerError,
    forceCloseConnections: true,
    serverFactory: (listener) => newServer(options.around(listener)),
  });
  app.setValidatorCompiler(typeboxValidator);
  registerErrors(app);
  registerAppAuth(app, clientAddress);
  await registerSecurityHeaders(app, publicUrl);
  await app.register(cors, {
    delegator: async (request: FastifyRequest) => ({
      origin: options.allowsOrigin(request.raw) || (await isOriginOfApp(core, request.raw)),
      methods: ["GET", "HEAD", "POST", "PATCH", "DELETE"],
      maxAge: 600,
    }),
  });
  registerHealth(app, core, options.version);
  // What asks whether the server is well comes before: it must not be told to wait.
  app.addHook("onRequest", async (request) => core.spendRequest(clientAddress(request.raw)));
  registerRoom(app, core, { clientAddress, publicUrl });
  registerSignIn(app, core, { clientAddress, publicUrl });
  const pairing = { core, clientAddress, enabled: options.pairingApi };
  registerAuthToken(app, core);
  await registerV1(app, core, { publicUrl });
  if (options.adminToken !== undefined) await registerAdminApps(app, core, options.adminToken);
  registerApiRooms(app, {
    lobby: doors.has("lobby")
      ? { post: createRoom(core, { clientAddress, publicUrl }), get: listRooms(core) }
      : undefined,
    pairing: doors.has("pairing")
      ? { post: createPending(pairing), get: getRoom(pairing), errorHandler: answerProblem }
      : undefined,
  });
  if (doors.has("lobby")) registerDescribeRoom(app, core);
  if (doors.has("pairing")) registerPairing(app, pairing);
  const hasPage = await registerWebApp(app, options.webDirectory);
  if (hasPage) registerEmbed(app, { publicUrl, allowedOrigins: options.allowedOrigins });
  registerFrontDoor(app, { core, doors, production: options.production, hasPage });
  return app;
}

/** Apps' pages may read the REST that is for apps; which app's they are, a preflight doesn't tell. */
async function isOriginOfApp(core: Core, { url = "", headers: { origin } }: IncomingMessage): Promise<boolean> {
  return origin !== undefined && url.startsWith("/api/v1/") && core.apps.listsOrigin(origin);
}

/** Slow and silent peers lose their connection; upgraded sockets have their own heartbeat. */
function newServer(listener: RequestListener): Server {
  const server = createServer(
    {
      requestTimeout: 15_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 65_000,
      // Clients that merely offer HTTP/2 (h2c) are answered in HTTP/1.1.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === "websocket",
    },
    listener,
  );
  server.setTimeout(70_000);
  return server;
}
