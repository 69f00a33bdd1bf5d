import type { Socket } from "socket.io-client";
import type { Line } from "./wire.ts";

/** The Engine.IO connection under a Socket.IO client. */
export function engineLine(socket: Socket): Line {
  const { engine } = socket.io;
  return {
    send: (packet) => void engine.send(packet),
    listen({ data, closed }) {
      engine.removeAllListeners("data");
      engine.on("data", (packet) => data(String(packet)));
      engine.on("close", closed);
    },
    close() {
      engine.removeAllListeners("close");
      engine.close();
    },
  };
}
