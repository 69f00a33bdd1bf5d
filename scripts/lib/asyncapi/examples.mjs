/** @import { Events, NativeAuth, Requests } from "../../../protocol/src/index.ts" */

const ann = { userId: "ann", name: "Ann" };
const bob = { userId: "bob", name: "Bob" };
const callId = "5f0c2a7e";
const iceServers = [{ urls: ["turn:turn.example.com"], username: "1795262400:public", credential: "c2Vj…" }];
const token = "eyJhbGci…";
const room = { roomId: `call-${callId}`, token, iceServers, ttl: 3600 };
const candidate = {
  candidate: "candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host",
  sdpMid: "0",
  sdpMLineIndex: 0,
};
const offer = /** @type {const} */ ({ type: "offer", sdp: "v=0\r\n…" });
const answer = /** @type {const} */ ({ type: "answer", sdp: "v=0\r\n…" });
const roomInfo = {
  roomId: "sunny-mountain-42",
  createdAt: "2026-11-21T09:00:00.000Z",
  lastUsed: "2026-11-21T10:00:00.000Z",
  settings: { maxParticipants: 10, allowScreenShare: true, passwordEnabled: true, passwordHint: "the cave" },
  stats: { totalSessions: 3, totalDuration: 5400000 },
};
const participant = /** @type {const} */ ({
  ...ann,
  role: "host",
  joinedAt: "2026-11-21T10:00:00.000Z",
  audio: true,
  video: true,
  screen: false,
  instanceId: "k3v9",
});

/** What each message of the native protocol looks like; the reference of docs/protocols/native.md shows the same. */
export const examples = {
  /** @type {NativeAuth[]} */
  auth: [
    { token, instanceId: "k3v9", media: { audio: true, video: true, screen: false } },
    { token, resume: { key: "yS3X0p2c…", seq: 41 } },
    { token, deviceId: "laptop" },
  ],

  /** @type {Requests} */
  requests: {
    "webrtc-offer": { to: "bob", offer },
    "webrtc-answer": { to: "ann", answer },
    "ice-candidate": { to: "bob", candidate },
    "set-media": { audio: false },
    "set-room-password": { password: "open sesame", hint: "the cave" },
    "clear-room-password": {},
    "update-room": { maxParticipants: 4, allowScreenShare: false },
    "remove-participant": { userId: "bob" },
    "leave-room": {},
    "renew-credentials": {},
    "watch-users": {},
    "call-invite": { to: "bob", video: true },
    "call-accept": { callId },
    "call-decline": { callId },
    "call-cancel": { callId },
    "call-end": { callId },
  },

  answers: {
    "renew-credentials": { token, iceServers, ttl: 3600 },
    "watch-users": { users: [{ ...bob, status: "available" }] },
    "call-invite": { callId, timeoutMs: 30000 },
  },

  /** @type {Events} */
  events: {
    "joined-room": {
      roomId: roomInfo.roomId,
      self: participant,
      participants: [],
      iceServers,
      ttl: 3600,
      room: roomInfo,
      resumeKey: "yS3X0p2c…",
      resumeWindowMs: 10000,
    },
    resumed: { received: 17 },
    "user-joined": { ...participant, ...bob, role: "participant" },
    "user-left": { userId: "bob", reason: "left" },
    "webrtc-offer": { from: "ann", offer },
    "webrtc-answer": { from: "bob", answer },
    "ice-candidate": { from: "ann", candidate },
    "media-changed": { userId: "bob", audio: false, video: true, screen: false },
    "room-updated": roomInfo,
    ejected: { reason: "removed" },
    online: { self: ann, ttl: 3600 },
    "user-status": { ...bob, status: "busy" },
    "call-incoming": { callId, from: ann, video: true, timeoutMs: 30000 },
    "call-accepted": { callId, peer: bob, video: true, room },
    "call-answered-elsewhere": { callId },
    "call-ended": { callId, reason: "declined", by: "bob" },
    "signed-out": { reason: "replaced" },
    "server-draining": { retryAfterMs: 3000 },
    error: { code: "TARGET_NOT_FOUND", message: "That participant is not in the room." },
  },

  refusedHandshake: {
    code: "ROOM_FULL",
    message: "The room is full. Try again when someone has left.",
    maxParticipants: 2,
  },

  refused: { ok: false, error: { code: "USER_BUSY", message: "They are in another call." } },
};
