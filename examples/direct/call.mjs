// Two clients of the direct door in one process: node examples/direct/call.mjs http://localhost:3000
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
  socket.on("call_failed", ({ targetUser, error }) => giveUp(`calling ${targetUser}: ${error}`));
  socket.on("call_busy", ({ targetUser }) => giveUp(`${targetUser} is in another call`));
  socket.on("force_disconnect", ({ reason }) => giveUp(reason));
  return socket;
}

/** The next event of that name, with its data. */
const heard = async (socket, name) => (await once(socket, name))[0];

/** Comes online under a name: there is one device a user, and the newest login has the name. */
async function register(userId) {
  const socket = connect(userId);
  socket.emit("register_user", { userId });
  const { success, error } = await heard(socket, "user_registered");
  console.log(success ? `${userId} is registered` : `${userId}: ${error}`);
  if (!success) process.exit(1);
  return socket;
}

// 1. Both register.
const alice = await register("alice");
const bob = await register("bob");
const { connectedUsers } = await (await fetch(`${server}/users`)).json();
console.log(`connected: ${connectedUsers.filter((user) => user === "alice" || user === "bob").join(", ")}`);

// 2. Alice calls, and sends candidates as she finds them: Bob gets them while it rings.
alice.emit("make_call", { to: "bob", from: "alice", offer: { type: "offer", sdp: fakeSdp("alice") } });
alice.emit("ice_candidate", { to: "bob", from: "alice", candidate: fakeCandidate(50_001) });
const early = heard(bob, "ice_candidate");
const { from } = await heard(bob, "incoming_call");
console.log(`bob heard incoming_call from ${from}`);
console.log(`bob heard ice_candidate from ${(await early).from}`);

// 3. Bob answers. decline_call instead would be call_declined to Alice, and nothing at all call_timeout to both.
bob.emit("answer_call", { to: from, from: "bob", answer: { type: "answer", sdp: fakeSdp("bob") } });
console.log(`alice heard call_answered from ${(await heard(alice, "call_answered")).from}`);
bob.emit("ice_candidate", { to: from, from: "bob", candidate: fakeCandidate(50_002) });
console.log(`alice heard ice_candidate from ${(await heard(alice, "ice_candidate")).from}`);
const { activeCalls } = await (await fetch(server, { headers: { accept: "application/json" } })).json();
console.log(`there are active calls: ${activeCalls > 0}`);

// 4. From here on the two are connected to each other. One hangs up.
alice.emit("end_call", { to: "bob", from: "alice" });
console.log(`bob heard call_ended: ${(await heard(bob, "call_ended")).reason}`);
alice.emit("logout_user", { userId: "alice" });
alice.disconnect();
bob.disconnect();
