import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { limits } from "@chamcall/protocol";
import { errors } from "@chamcall/protocol/errors";
import { Server as Engine } from "engine.io";
import type { OriginCheck } from "../http/origins.ts";

/** One Engine.IO server without a listener of its own: the upgrade router hands it what is its own. */
export function createEngine(allowsOrigin: OriginCheck): Engine {
  return new Engine({
    maxHttpBufferSize: limits.messageBytes,
    perMessageDeflate: false,
    httpCompression: false,
    // A client whose wire has no resume gets its userId back once its old connection is known to be dead.
    pingInterval: 10_000,
    pingTimeout: 5000,
    upgradeTimeout: 10_000,
    allowRequest(request, decide) {
      const allowed = allowsOrigin(request);
      decide(allowed ? undefined : errors.ORIGIN_NOT_ALLOWED.message, allowed);
    },
    cors: (request, done) => done(null, { origin: allowsOrigin(request) }),
  });
}

/** What the upgrade router needs of a transport. */
export interface Transport {
  /** Path without a trailing slash. */
  readonly path: string;
  /** For those that answer plain requests of their path too. */
  handleRequest?(request: IncomingMessage, response: ServerResponse): void;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye to every connection. */
  close(): Promise<void>;
}
