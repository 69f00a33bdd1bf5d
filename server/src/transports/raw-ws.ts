import { limits } from "@chamcall/protocol";
import { type WebSocket, WebSocketServer } from "ws";
import type { Core } from "../core/core.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { ClientAddress } from "../http/client-address.ts";
import type { OriginCheck } from "../http/origins.ts";
import { converse } from "./converse.ts";
import type { Transport } from "./engine.ts";
import { ExplainedSocket } from "./explained-socket.ts";
import { refuseUpgrade } from "./refuse-upgrade.ts";

export interface RawWsOptions {
  /** The one that claims the path. */
  dialect: Dialect;
  core: Core;
  clientAddress: ClientAddress;
  allowsOrigin: OriginCheck;
}

/** Who doesn't answer a goodbye in this time is left. */
const GOODBYE_MS = 500;

/** WebSockets as they are (RFC 6455), one dialect on one path; its HTTP requests are someone else's. */
export function createRawWs({ dialect, core, clientAddress, allowsOrigin }: RawWsOptions): Transport {
  const options = {
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    WebSocket: ExplainedSocket,
    // Its types don't know this one: how long a peer may take to close its side.
    closeTimeout: 5000,
  };
  const server = new WebSocketServer(options);

  return {
    path: dialect.claim.path,
    handleUpgrade(request, socket, head) {
      if (!allowsOrigin(request)) return refuseUpgrade(socket, "ORIGIN_NOT_ALLOWED");
      server.handleUpgrade(request, socket, head, (client) =>
        converse({ client, socket }, dialect, core, clientAddress(request)),
      );
    },
    async close() {
      // From now on upgrades are answered with 503.
      server.close();
      await Promise.all([...server.clients].map(sayGoodbye));
    },
  };
}

function sayGoodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => socket.terminate(), GOODBYE_MS);
    socket.once("close", () => {
      clearTimeout(giveUp);
      resolve();
    });
    socket.close(1001, "The server is shutting down. Connect again in a few seconds.");
  });
}
