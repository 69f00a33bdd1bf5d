// Two devices of the pairing door in one process: node examples/pairing/pair.mjs http://localhost:3000
// In a browser, what is faked here comes from an RTCPeerConnection.

const server = process.argv[2] ?? "http://localhost:3000";
const fakeSdp = (name) => `v=0\r\no=${name} 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n`;
const candidate = { candidate: "candidate:1 1 udp 2122260223 192.0.2.1 50001 typ host", sdpMLineIndex: 0, sdpMid: "0" };
const [client1, client2] = [`phone-${Date.now()}`, `laptop-${Date.now()}`];

/** A call of the REST API; its status and body are printed. */
async function post(path, body) {
  const response = await fetch(server + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = response.status === 204 ? {} : await response.json();
  console.log(`POST ${path}: ${response.status} ${JSON.stringify(answer)}`);
  if (!response.ok) process.exit(1);
  return answer;
}

/** A device on the raw WebSocket: `next` waits for a message of a type, `send` says one. */
async function connect(name) {
  const socket = new WebSocket(server.replace(/^http/, "ws"));
  const giveUp = (why) => {
    console.error(`${name}: ${why}`);
    process.exit(1);
  };
  const unread = [];
  let look = () => {};
  socket.onerror = () => giveUp(`cannot connect to ${server}`);
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === "error") giveUp(`${message.code}: ${message.message}`);
    console.log(`${name} heard ${message.type}`);
    unread.push(message);
    look();
  };
  const next = async (type) => {
    for (;;) {
      const found = unread.findIndex((message) => message.type === type);
      if (found >= 0) return unread.splice(found, 1)[0];
      await new Promise((resolve) => (look = resolve));
    }
  };
  await next("connected");
  return { next, socket, send: (type, fields) => socket.send(JSON.stringify({ type, ...fields })) };
}

// 1. client1 makes a short code that is good for two minutes, and shows it.
const joinid = crypto.randomUUID().slice(0, 8);
await post("/api/rooms", { joinid, exp: new Date(Date.now() + 120_000).toISOString(), client1 });
await post("/api/rooms/check", { joinid, client1 }); // 204: nobody has accepted yet

// 2. client2 types it in.
await post("/api/rooms/accept", { joinid, client2 });

// 3. client1, polling, learns the room.
const { roomid: roomId } = await post("/api/rooms/check", { joinid, client1 });

// 4. Both enter it. Whoever was there first is the initiator, and offers.
const phone = await connect("phone");
phone.send("join_room", { roomId });
await phone.next("room_joined");
const laptop = await connect("laptop");
laptop.send("join_room", { roomId });
const { initiator } = await phone.next("room_ready");
console.log(`phone is the initiator: ${initiator}`);
phone.send("webrtc_offer", { sdp: fakeSdp("phone") });
await laptop.next("webrtc_offer");
laptop.send("webrtc_answer", { sdp: fakeSdp("laptop") });
await phone.next("webrtc_answer");
phone.send("ice_candidate", { candidate });
await laptop.next("ice_candidate");

// 5. From here on the two are connected to each other. One leaves.
laptop.send("leave_room");
await Promise.all([laptop.next("left_room"), phone.next("peer_left")]);
for (const { socket } of [phone, laptop]) socket.close();
