import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

// The least a Socket.IO relay can be: no identity, no check, no limit.

const http = createServer((_request, response) =>
  response.setHeader("content-type", "text/html").end("<!doctype html>"),
);
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false, serveClient: false });

io.on("connection", (socket) => {
  socket.on("join", (room: string, joined: () => void) => {
    socket.to(room).emit("peer-joined", { id: socket.id });
    void socket.join(room);
    joined();
  });
  for (const event of ["offer", "answer", "ice-candidate"]) {
    socket.on(event, ({ to, ...data }: { to: string }) => {
      io.to(to).emit(event, { ...data, from: socket.id });
    });
  }
});

http.listen(0, "127.0.0.1", () => {
  const { port } = http.address() as AddressInfo;
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
process.once("SIGINT", () => process.exit());
