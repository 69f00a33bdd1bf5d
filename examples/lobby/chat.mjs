// Two clients of the lobby door in one process: node examples/lobby/chat.mjs http://localhost:3000
// In a browser, what is faked here comes from an RTCPeerConnection.
import { once } from "node:events";
import { io } from "socket.io-client";

const server = process.argv[2] ?? "http://localhost:3000";
const fakeSdp = (name) => `v=0\r\no=${name} 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n`;
const fakeCandidate = (port) => ({
  candidate: `candidate:1 1 udp 2122260223 192.0.2.1 ${port} typ host`,
  sdpMid: "0",
  sdpMLineIndex: 0,
});

/** A socket that ends the process with what it was refused for. */
function connect(name) {
  const socket = io(server);
  const giveUp = (why) => {
    console.error(`${name}: ${why}`);
    process.exit(1);
  };
  socket.on("connect_error", (cause) => giveUp(`cannot connect to ${server}: ${cause.message}`));
  socket.on("error", ({ code, message }) => giveUp(`${code}: ${message}`));
  return socket;
}

/** The next event of that name, with its data. */
const heard = async (socket, name) => (await once(socket, name))[0];

// 1. Create a room.
const response = await fetch(`${server}/api/rooms`, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ name: "Room Name" }),
});
if (!response.ok) throw new Error(`creating a room: ${response.status} ${await response.text()}`);
const { roomId, name } = await response.json();
console.log(`created "${name}": ${roomId}`);

// 2. Connect and join. The answer lists who was there before.
const alice = connect("alice");
alice.emit("join-room", { roomId, username: "Alice" });
const aliceJoined = await heard(alice, "joined-room");
console.log(`alice joined, others here: ${aliceJoined.participants.length}`);

const bob = connect("bob");
const bobSeen = heard(alice, "user-joined");
bob.emit("join-room", { roomId, username: "Bob" });
const bobJoined = await heard(bob, "joined-room");
console.log(`bob joined, others here: ${bobJoined.participants.map(({ username }) => username)}`);

// 3. When `user-joined` fires, whoever was there offers to the newcomer.
const { userId: bobId, username } = await bobSeen;
console.log(`alice heard user-joined: ${username}`);

// 4. Exchange offer, answer and candidates through the server.
alice.emit("webrtc-offer", { to: bobId, offer: { type: "offer", sdp: fakeSdp("alice") } });
const { from: aliceId } = await heard(bob, "webrtc-offer");
console.log("bob heard webrtc-offer");
bob.emit("webrtc-answer", { to: aliceId, answer: { type: "answer", sdp: fakeSdp("bob") } });
await heard(alice, "webrtc-answer");
console.log("alice heard webrtc-answer");
alice.emit("ice-candidate", { to: bobId, candidate: fakeCandidate(50_001) });
bob.emit("ice-candidate", { to: aliceId, candidate: fakeCandidate(50_002) });
await Promise.all([heard(alice, "ice-candidate"), heard(bob, "ice-candidate")]);
console.log("both heard ice-candidate");

// 5. From here on the two are connected to each other. One leaves.
bob.emit("leave-room");
const { reason } = await heard(alice, "user-left");
console.log(`alice heard user-left: ${reason}`);
alice.disconnect();
bob.disconnect();
