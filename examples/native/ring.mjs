// Two users of the native door in one process: node examples/native/ring.mjs http://localhost:3000
// In a browser, what is faked here comes from an RTCPeerConnection; @chamcall/client does all of it.
import { once } from "node:events";
import { io } from "socket.io-client";

const server = process.argv[2] ?? "http://localhost:3000";
const fakeSdp = (name) => `v=0\r\no=${name} 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n`;
const candidate = { candidate: "candidate:1 1 udp 2122260223 192.0.2.1 50001 typ host", sdpMid: "0", sdpMLineIndex: 0 };

function giveUp(why) {
  console.error(why);
  process.exit(1);
}

/** Signs in under a name: a user token, and the key that keeps the name. */
async function signIn(userId, displayName) {
  const response = await fetch(`${server}/user/${userId}/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ displayName }),
  });
  const answer = await response.json();
  if (!response.ok) giveUp(`signing in as ${userId}: ${answer.error?.message}`);
  return answer.token;
}

/** A connection with a token; what the server refuses ends the process. */
function connect(auth) {
  const socket = io(server, { path: "/ws", auth });
  socket.on("connect_error", ({ message, data }) => giveUp(`cannot connect to ${server}: ${data?.code ?? message}`));
  const heard = async (name) => (await once(socket, name))[0];
  const ask = async (name, data) => {
    const { ok, error, ...answer } = await socket.emitWithAck(name, data);
    return ok ? answer : giveUp(`${name}: ${error.message}`);
  };
  return { heard, ask, close: () => socket.disconnect() };
}

// 1. Both sign in and come online, each on a device.
const names = { ann: `ann-${Date.now()}`, bob: `bob-${Date.now()}` };
const ann = connect({ token: await signIn(names.ann, "Ann"), deviceId: "laptop" });
console.log(`online: ${(await ann.heard("online")).self.name}`);
const bob = connect({ token: await signIn(names.bob, "Bob"), deviceId: "phone" });
console.log(`online: ${(await bob.heard("online")).self.name}`);

// 2. Ann rings, Bob accepts; both are told the room that the call goes on in.
const incoming = bob.heard("call-incoming");
const { callId } = await ann.ask("call-invite", { to: names.bob, video: true });
console.log(`Bob's phone rings: ${(await incoming).from.name}`);
const accepted = Promise.all([ann.heard("call-accepted"), bob.heard("call-accepted")]);
await bob.ask("call-accept", { callId });
const [annCall, bobCall] = await accepted;
console.log(`accepted by ${annCall.peer.name}`);

// 3. Each enters it with the own token, as any room, on a connection of its own.
const annRoom = connect({ token: annCall.room.token });
await annRoom.heard("joined-room");
const arrived = annRoom.heard("user-joined");
const bobRoom = connect({ token: bobCall.room.token });
const { participants } = await bobRoom.heard("joined-room");
console.log(`in the room with Bob: ${participants.map(({ name }) => name)}`);

// 4. Whoever was there offers to the newcomer; the only other one needs no `to`.
const { userId } = await arrived;
const [offer, answer] = [bobRoom.heard("webrtc-offer"), annRoom.heard("webrtc-answer")];
const ice = bobRoom.heard("ice-candidate");
await annRoom.ask("webrtc-offer", { to: userId, offer: { type: "offer", sdp: fakeSdp("ann") } });
console.log(`Bob heard webrtc-${(await offer).offer.type}`);
await bobRoom.ask("webrtc-answer", { answer: { type: "answer", sdp: fakeSdp("bob") } });
console.log(`Ann heard webrtc-${(await answer).answer.type}`);
await annRoom.ask("ice-candidate", { to: userId, candidate });
console.log(`Bob heard a candidate from ${(await ice).from === names.ann ? "Ann" : "someone else"}`);

// 5. The first who leaves the room ends the call.
const ended = ann.heard("call-ended");
await bobRoom.ask("leave-room", {});
console.log(`the call is over: ${(await ended).reason}`);
for (const connection of [ann, bob, annRoom, bobRoom]) connection.close();
