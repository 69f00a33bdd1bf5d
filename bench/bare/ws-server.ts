import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

// The least a relay over plain WebSockets can be: parse, stringify; no identity, no check, no limit.

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
const rooms = new Map<string, WebSocket[]>();

server.on("connection", (socket) => {
  let room: WebSocket[] = [];
  socket.on("message", (data) => {
    const message = JSON.parse(String(data));
    if (message.type === "join_room") {
      room = rooms.get(message.roomId) ?? [];
      rooms.set(message.roomId, room);
      room.push(socket);
      socket.send(JSON.stringify({ type: "room_joined", roomId: message.roomId }));
      return;
    }
    const text = JSON.stringify(message);
    for (const other of room) if (other !== socket) other.send(text);
  });
});

http.listen(0, "127.0.0.1", () => {
  const { port } = http.address() as AddressInfo;
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
process.once("SIGINT", () => process.exit());
