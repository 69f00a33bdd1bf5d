// Two clients of the rooms door in one process: node examples/rooms/call.mjs http://localhost:3000
// In a browser, what is faked here comes from an RTCPeerConnection.
import { once } from "node:events";
import { io } from "socket.io-client";

const server = process.argv[2] ?? "http://localhost:3000";
// A persistent link: the room is made by whoever joins it first.
const roomId = process.argv[3] ?? `sunny-mountain-${Date.now()}`;
const password = "s3cret";
const fakeSdp = (name) => `v=0\r\no=${name} 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n`;
const candidate = { candidate: "candidate:1 1 udp 2122260223 192.0.2.1 50001 typ host", sdpMid: "0", sdpMLineIndex: 0 };

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

/** What a visitor may know before joining. */
async function meta() {
  const response = await fetch(`${server}/room/${roomId}/meta`);
  return response.json();
}

// 1. Ask for the room; nobody has made it yet.
console.log(`${server}/room/${roomId} exists: ${(await meta()).exists}`);

// 2. Join with a temporary identity. The first one owns the room, and may set a password.
const ann = connect("ann");
ann.emit("join_room", { roomId, userId: "ann", displayName: "Ann" });
const annJoined = await heard(ann, "room_joined");
console.log(`ann owns the room: ${annJoined.ownerKey !== undefined}`);
ann.emit("set_room_password", { roomId, password });
await heard(ann, "room_updated");
console.log(`a password is needed: ${(await meta()).passwordEnabled}`);

// 3. Who comes without it is asked for it.
const bob = connect("bob");
bob.emit("join_room", { roomId, userId: "bob", displayName: "Bob" });
await heard(bob, "auth_required");
console.log("bob heard auth_required");
const bobSeen = heard(ann, "user_joined");
bob.emit("join_room", { roomId, userId: "bob", displayName: "Bob", password });
const { participants } = await heard(bob, "room_joined");
console.log(`bob joined, others here: ${participants.map(({ displayName }) => displayName)}`);
console.log(`ann heard user_joined: ${(await bobSeen).displayName}`);

// 4. Whoever was there offers to the newcomer.
ann.emit("offer", { targetId: "bob", payload: { type: "offer", sdp: fakeSdp("ann") }, roomId });
console.log(`bob heard offer_received from ${(await heard(bob, "offer_received")).senderId}`);
bob.emit("answer", { targetId: "ann", payload: { type: "answer", sdp: fakeSdp("bob") }, roomId });
console.log(`ann heard answer_received from ${(await heard(ann, "answer_received")).senderId}`);
ann.emit("ice_candidate", { targetId: "bob", payload: candidate, roomId });
console.log(`bob heard ice_candidate_received from ${(await heard(bob, "ice_candidate_received")).senderId}`);

// 5. Camera off, and goodbye.
bob.emit("toggle_video", { userId: "bob", enabled: false });
console.log(`ann heard toggle_video: ${(await heard(ann, "toggle_video")).enabled}`);
bob.emit("leave_room", { roomId, userId: "bob" });
console.log(`ann heard user_left: ${(await heard(ann, "user_left")).userId}`);
ann.disconnect();
bob.disconnect();
