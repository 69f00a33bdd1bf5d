import type { Reply, RequestName, Requests } from "@chamcall/protocol";
import type { ChamCallError } from "../chamcall-error.ts";
import { errorFromWire } from "../rest/error-from-wire.ts";
import { serverUnreachable } from "../rest/server-unreachable.ts";
import type { SignalSocket } from "../signaling/signal-socket.ts";

/** Requests that are answered on the connection they were made on, or not at all. */
export class DirectRequests {
  readonly #waiting = new Set<(error: ChamCallError) => void>();

  /** Rejects with the server's refusal, and with SERVER_UNREACHABLE without a connection or when it is lost. */
  ask<N extends RequestName>(
    socket: SignalSocket | undefined,
    name: N,
    data: Requests[N],
  ): Promise<Reply<N> & { ok: true }> {
    return new Promise((resolve, reject) => {
      if (!socket) return reject(serverUnreachable(undefined));
      this.#waiting.add(reject);
      socket.send(name, data, undefined, (reply) => {
        this.#waiting.delete(reject);
        if (reply.ok) resolve(reply as Reply<N> & { ok: true });
        else reject(errorFromWire(reply.error));
      });
    });
  }

  /** The connection is gone: nobody will answer any more. */
  fail(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const reject of waiting) reject(serverUnreachable(undefined));
  }
}
