import { createServer, type RequestListener, type Server } from "node:http";
import { limits } from "@chamcall/protocol";
import cors from "@fastify/cors";
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { DialectName } from "../config.ts";
import type { Core } from "../core/core.ts";
import type { ClientAddress } from "./client-address.ts";
import { answerError, registerErrors } from "./errors.ts";
import type { OriginCheck } from "./origins.ts";
import { registerApiRooms } from "./routes/api-rooms.ts";
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
  await registerSecurityHeaders(app, publicUrl);
  await app.register(cors, {
    delegator: (request, done) =>
      done(null, {
        origin: options.allowsOrigin(request.raw),
        methods: ["GET", "HEAD", "POST", "DELETE"],
        maxAge: 600,
      }),
  });
  registerHealth(app, core, options.version);
  // What asks whether the server is well comes before: it must not be told to wait.
  app.addHook("onRequest", async (request) => core.spendRequest(clientAddress(request.raw)));
  registerRoom(app, core, { clientAddress, publicUrl });
  registerSignIn(app, core, { clientAddress, publicUrl });
  const pairing = { core, clientAddress, enabled: options.pairingApi };
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
  registerFrontDoor(app, { core, doors, production: options.production, hasPage });
  return app;
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
