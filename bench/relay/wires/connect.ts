import { io, type Socket } from "socket.io-client";

/** Opens a connection of its own over WebSocket alone; `entered` is the event after which the guest is in. */
export function connect(
  url: string,
  { path, auth }: { path: string; auth?: object },
  entered: string,
): Promise<Socket> {
  const socket = io(url, {
    path,
    ...(auth && { auth }),
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
  });
  return new Promise((resolve, reject) => {
    socket.once(entered, () => resolve(socket));
    socket.once("connect_error", reject);
    socket.once("error", (error: { message: string }) => reject(new Error(error.message)));
  });
}
