import type { IncomingMessage, RequestListener, Server } from "node:http";
import type { Duplex } from "node:stream";
import { errors } from "@chamcall/protocol/errors";
import type { Transport } from "./engine.ts";

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
      if (transport) transport.handleRequest(request, response);
      else listener(request, response);
    },
    attach(server, all) {
      for (const transport of all) transports.set(transport.path, transport);
      server.on("upgrade", (request, socket, head) => {
        const transport = transportOf(request);
        if (transport) transport.handleUpgrade(request, socket, head);
        else refuse(socket);
      });
    },
  };
}

/** Socket.IO's clients put a slash behind their path. */
function pathOf({ url = "/" }: IncomingMessage): string {
  const path = url.split("?", 1)[0] ?? "/";
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}

function refuse(socket: Duplex): void {
  const body = JSON.stringify({ error: { code: "NOT_FOUND", message: errors.NOT_FOUND.message } });
  socket.on("error", () => socket.destroy());
  // Node has let go of an upgraded socket: nobody else would close it when the peer doesn't.
  socket.once("finish", () => socket.destroy());
  socket.end(
    `HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
