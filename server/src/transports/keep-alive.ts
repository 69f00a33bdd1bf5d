import type { WebSocket } from "ws";

/** As Engine.IO's clients are asked. */
const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5000;

/** Pings, and gives up a socket whose peer doesn't answer: nobody would hear a goodbye. Returns its end. */
export function keepAlive(socket: WebSocket): () => void {
  let timer = setTimeout(ping, PING_EVERY_MS);

  function ping(): void {
    socket.ping();
    timer = setTimeout(() => socket.terminate(), PONG_WITHIN_MS);
  }

  function answered(): void {
    clearTimeout(timer);
    timer = setTimeout(ping, PING_EVERY_MS);
  }

  socket.on("pong", answered);
  return () => {
    clearTimeout(timer);
    socket.off("pong", answered);
  };
}
