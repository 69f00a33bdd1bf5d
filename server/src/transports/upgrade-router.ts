import type { IncomingMessage, RequestListener, Server } from "node:http";
import type { Duplex } from "node:stream";
import { errors } from "@chamcall/protocol/errors";
import type { Door } from "./engine.ts";

/** Owns every upgrade of the server, and sends each door the requests of its path. */
export interface UpgradeRouter {
  around(listener: RequestListener): RequestListener;
  attach(server: Server, doors: readonly Door[]): void;
}

export function createUpgradeRouter(): UpgradeRouter {
  const doors = new Map<string, Door>();
  const doorOf = (request: IncomingMessage) => doors.get(pathOf(request));

  return {
    around: (listener) => (request, response) => {
      const door = doorOf(request);
      if (door) door.handleRequest(request, response);
      else listener(request, response);
    },
    attach(server, all) {
      for (const door of all) doors.set(door.path, door);
      server.on("upgrade", (request, socket, head) => {
        const door = doorOf(request);
        if (door) door.handleUpgrade(request, socket, head);
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
  socket.end(
    `HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
