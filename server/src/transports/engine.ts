import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { limits } from "@chamcall/protocol";
import { Server as Engine } from "engine.io";
import type { OriginCheck } from "../http/origins.ts";

/** One Engine.IO server without a listener of its own: the upgrade router hands it what is its own. */
export function createEngine(allowsOrigin: OriginCheck): Engine {
  return new Engine({
    maxHttpBufferSize: limits.messageBytes,
    perMessageDeflate: false,
    httpCompression: false,
    pingInterval: 15_000,
    pingTimeout: 10_000,
    upgradeTimeout: 10_000,
    allowRequest(request, decide) {
      const allowed = allowsOrigin(request);
      decide(allowed ? undefined : "This site is not allowed to connect. Add it to ALLOWED_ORIGINS.", allowed);
    },
    cors: (request, done) => done(null, { origin: allowsOrigin(request) }),
  });
}

/** What the upgrade router needs of a transport. */
export interface Door {
  /** Path without a trailing slash. */
  readonly path: string;
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye to every connection. */
  close(): Promise<void>;
}
