import { once } from "node:events";
import { WebSocket } from "ws";
import type { Line } from "./wire.ts";

/** Opens a plain WebSocket and resolves when its first message of type `entered` after `hello` has come. */
export async function openWsLine(url: string, hello: object, entered: string): Promise<Line> {
  const socket = new WebSocket(url.replace(/^http/, "ws"), { perMessageDeflate: false });
  await once(socket, "open");
  const inside = new Promise<void>((resolve, reject) => {
    socket.on("message", (data) => {
      const { type, message } = JSON.parse(String(data));
      if (type === entered) resolve();
      if (type === "error") reject(new Error(message));
    });
    socket.on("close", (code) => reject(new Error(`closed with ${code}`)));
  });
  socket.send(JSON.stringify(hello));
  await inside;
  return {
    send: (packet) => socket.send(packet),
    listen({ data, closed }) {
      socket.removeAllListeners("message");
      socket.removeAllListeners("close");
      socket.on("message", (packet) => data(String(packet)));
      socket.on("close", (code) => closed(String(code)));
    },
    close() {
      socket.removeAllListeners("close");
      socket.close();
    },
  };
}
