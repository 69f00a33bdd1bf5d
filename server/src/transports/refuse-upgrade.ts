import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type ErrorCode, errors } from "@chamcall/protocol/errors";

/** Answers an upgrade in HTTP, and ends the connection. */
export function refuseUpgrade(socket: Duplex, code: ErrorCode): void {
  const { status, message } = errors[code];
  const body = JSON.stringify({ error: { code, message } });
  socket.on("error", () => socket.destroy());
  // Node has let go of an upgraded socket: nobody else would close it when the peer doesn't.
  socket.once("finish", () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
