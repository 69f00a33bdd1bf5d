import { io, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";

const open = new Set<Socket>();

/** A Socket.IO client that never comes back by itself. */
export function openSocket(url: string, options: Partial<ManagerOptions & SocketOptions> = {}): Socket {
  const socket = io(url, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    autoConnect: false,
    ...options,
  });
  open.add(socket);
  return socket;
}

/** Resolves when the server has accepted the connection; rejects with what it refused with. */
export function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
    socket.connect();
  });
}

/** Ends every client a test has left open. */
export function closeSockets(): void {
  for (const socket of open) socket.disconnect();
  open.clear();
}

/** Cuts the wire without a goodbye, as a lost network does. */
export function cutWire(socket: Socket): void {
  const { transport } = socket.io.engine as unknown as { transport: { ws: { terminate(): void } } };
  transport.ws.terminate();
}

/** A message and its acknowledgement. */
export function ask(socket: Socket, name: string, ...args: unknown[]): Promise<unknown> {
  return socket.timeout(8000).emitWithAck(name, ...args);
}
