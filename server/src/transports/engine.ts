import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { limits } from "@chamcall/protocol";
import { errors } from "@chamcall/protocol/errors";
import { Server as Engine } from "engine.io";

/** Whether a page may talk to a transport; never rejects. */
export type AskOrigin = (request: { headers: IncomingHttpHeaders }) => Promise<boolean>;

/** One Engine.IO server without a listener of its own: the upgrade router hands it what is its own. */
export function createEngine(mayAsk: AskOrigin): Engine {
  return new Engine({
    maxHttpBufferSize: limits.messageBytes,
    perMessageDeflate: false,
    httpCompression: false,
    // A client whose wire has no resume gets its userId back once its old connection is known to be dead.
    pingInterval: 10_000,
    pingTimeout: 5000,
    upgradeTimeout: 10_000,
    allowRequest(request, decide) {
      void mayAsk(request).then((allowed) => decide(allowed ? undefined : errors.ORIGIN_NOT_ALLOWED.message, allowed));
    },
    cors: (request, done) => void mayAsk(request).then((origin) => done(null, { origin })),
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
