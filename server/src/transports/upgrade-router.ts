import type { IncomingMessage, RequestListener, Server } from "node:http";
import type { Transport } from "./engine.ts";
import { refuseUpgrade } from "./refuse-upgrade.ts";

/** Owns every upgrade of the server, and sends each transport the requests of its path. */
export interface UpgradeRouter {
  around(listener: RequestListener): RequestListener;
  attach(server: Server, transports: readonly Transport[]): void;
}

/** Transports are attached once the server exists; until then every request is the listener's. */
export function createUpgradeRouter(): UpgradeRouter {
  const transports = new Map<string, Transport>();
  const transportOf = (request: IncomingMessage) => transports.get(pathOf(request));

  return {
    around: (listener) => (request, response) => {
      const transport = transportOf(request);
      if (transport?.handleRequest) transport.handleRequest(request, response);
      else listener(request, response);
    },
    attach(server, all) {
      for (const transport of all) transports.set(transport.path, transport);
      server.on("upgrade", (request, socket, head) => {
        const transport = transportOf(request);
        if (transport) transport.handleUpgrade(request, socket, head);
        else refuseUpgrade(socket, "NOT_FOUND");
      });
    },
  };
}

/** Socket.IO's clients put a slash behind their path. */
function pathOf({ url = "/" }: IncomingMessage): string {
  const path = url.split("?", 1)[0] ?? "/";
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
