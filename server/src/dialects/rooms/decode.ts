import { PUBLIC_APP } from "../../core/room.ts";
import { createDecoder } from "../decoder.ts";
import { answerSignal, candidateSignal, offerSignal } from "../signals.ts";
import { schemas } from "./schemas.ts";

/** What a message of the rooms spec asks of core. */
export const decode = createDecoder(schemas, {
  join_room: ({ roomId, userId, displayName, password, ownerKey }) => ({
    type: "join",
    appId: PUBLIC_APP,
    roomId,
    userId,
    name: displayName,
    password,
    ownerKey,
    // The wire has no resume.
    policy: { graceMs: 0 },
  }),
  leave_room: ({ roomId, userId }) => ({ type: "leave", claimed: { roomId, userId } }),
  offer: ({ targetId, payload, roomId }) => ({
    type: "signal",
    to: targetId,
    signal: offerSignal(payload),
    claimed: { roomId },
  }),
  answer: ({ targetId, payload, roomId }) => ({
    type: "signal",
    to: targetId,
    signal: answerSignal(payload),
    claimed: { roomId },
  }),
  ice_candidate: ({ targetId, payload, roomId }) => ({
    type: "signal",
    to: targetId,
    signal: candidateSignal(payload),
    claimed: { roomId },
  }),
  toggle_video: ({ userId, enabled }) => ({ type: "set-media", media: { video: enabled }, claimed: { userId } }),
  toggle_audio: ({ userId, enabled }) => ({ type: "set-media", media: { audio: enabled }, claimed: { userId } }),
  set_room_password: ({ roomId, password, hint }) => ({ type: "set-password", password, hint, claimed: { roomId } }),
  clear_room_password: ({ roomId }) => ({ type: "clear-password", claimed: { roomId } }),
});
