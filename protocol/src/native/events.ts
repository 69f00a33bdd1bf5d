import Type, { type Static } from "typebox";
import { IceServer } from "../ice.ts";
import { MediaState, Participant } from "../participant.ts";
import { RoomInfo } from "../room.ts";
import { Answer, Candidate, Offer } from "../signal.ts";
import { CallEndReason, Person, UserPresence } from "../user.ts";
import { WireError } from "../wire-error.ts";
import { CallRoom, CurrentCall, IncomingCall } from "./call.ts";

/** Why someone is no longer in the room. */
export const LeaveReason = Type.Union([
  Type.Literal("left"),
  Type.Literal("disconnected"),
  Type.Literal("removed"),
  Type.Literal("replaced"),
]);
export type LeaveReason = Static<typeof LeaveReason>;

/** Why the server ended this client's stay; it must not reconnect by itself. */
export const EjectReason = Type.Union([Type.Literal("removed"), Type.Literal("replaced"), Type.Literal("ended")]);
export type EjectReason = Static<typeof EjectReason>;

const from = Type.String({ description: "userId of the participant who sent it." });

/** Events within a room. */
export const seatEvents = {
  "joined-room": Type.Object(
    {
      roomId: Type.String(),
      self: Participant,
      participants: Type.Array(Participant, {
        description: "The others, in the order they came. Those already here send the offers.",
      }),
      iceServers: Type.Array(IceServer),
      ttl: Type.Integer({ description: "Seconds that token and ICE credentials live; renew before." }),
      room: RoomInfo,
      resumeKey: Type.String({
        description: "Secret of this seat: present it within `resumeWindowMs` after a lost connection.",
      }),
      resumeWindowMs: Type.Integer(),
    },
    { description: "The seat is taken. Starts the numbers of both sides anew." },
  ),
  resumed: Type.Object(
    { received: Type.Integer({ description: "The last of the client's numbers that the server has seen." }) },
    { description: "The seat was kept; events after the given number follow." },
  ),
  "user-joined": Type.Object(Participant.properties, { description: "Someone came. Send them an offer." }),
  "user-left": Type.Object(
    { userId: Type.String(), reason: LeaveReason },
    { description: "Someone is no longer in the room." },
  ),
  "webrtc-offer": Type.Object({ from, offer: Offer }, { description: "An offer from a participant." }),
  "webrtc-answer": Type.Object({ from, answer: Answer }, { description: "An answer from a participant." }),
  "ice-candidate": Type.Object({ from, candidate: Candidate }, { description: "A candidate from a participant." }),
  "media-changed": Type.Object(
    { userId: Type.String(), ...MediaState.properties },
    { description: "What a participant sends from now on, the whole state." },
  ),
  "room-updated": Type.Object(RoomInfo.properties, { description: "The room's settings have changed." }),
  ejected: Type.Object(
    { reason: EjectReason },
    { description: "The seat is gone and the connection about to be. The client must not reconnect by itself." },
  ),
} as const;

/** Events for a user who is online. */
export const userEvents = {
  online: Type.Object(
    {
      self: Person,
      ttl: Type.Integer({ description: "Seconds that the token lives; renew before." }),
      call: Type.Optional(CurrentCall),
    },
    { description: "This device can be rung; `call` when the user is in one that this device is part of." },
  ),
  "user-status": Type.Object(UserPresence.properties, { description: "Someone in the list of people changed." }),
  "call-incoming": Type.Object(IncomingCall.properties, { description: "Someone rings." }),
  "call-accepted": Type.Object(
    { callId: Type.String(), peer: Person, video: Type.Boolean(), room: CallRoom },
    {
      description:
        "To the caller and to the device that answered: both enter the call's room with their token, on a connection of its own.",
    },
  ),
  "call-answered-elsewhere": Type.Object(
    { callId: Type.String() },
    { description: "To the callee's other devices: stop ringing." },
  ),
  "call-ended": Type.Object(
    {
      callId: Type.String(),
      reason: CallEndReason,
      by: Type.Optional(Type.String({ description: "userId of whoever ended it; absent when time did." })),
    },
    { description: "The call is over. Not to the device whose request ended it." },
  ),
  "signed-out": Type.Object(
    { reason: Type.Literal("replaced") },
    {
      description:
        "Another connection of the same device has taken over; this one is about to be closed. The client must not reconnect by itself.",
    },
  ),
} as const;

/**
 * What a native client receives: `(data, seq)`. `seq` counts the server's events from 1
 * within a seat; `joined-room` starts it anew, `resumed` and errors carry none.
 */
export const events = {
  ...seatEvents,
  ...userEvents,
  "server-draining": Type.Object(
    { retryAfterMs: Type.Integer() },
    { description: "The server will close soon; reconnect after `retryAfterMs`." },
  ),
  error: Type.Object(WireError.properties, {
    description: "A request was refused that asked for no acknowledgement.",
  }),
} as const;

/** Name → data of every event. */
export type Events = { [N in keyof typeof events]: Static<(typeof events)[N]> };
export type EventName = keyof Events;
