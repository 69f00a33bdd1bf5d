import Type, { type Static } from "typebox";
import { Password, PasswordHint, UserId } from "../ids.ts";
import { limits } from "../limits.ts";
import { Answer, Candidate, Offer } from "../signal.ts";

const closed = { additionalProperties: false } as const;
const to = Type.Optional(
  Type.With(UserId, { description: "One of the participants; the only other one when absent." }),
);
const callId = Type.String({ minLength: 1, maxLength: 64 });

/** Requests that take a seat in a room. */
export const seatRequests = {
  "webrtc-offer": Type.Object({ to, offer: Offer }, { ...closed, description: "Relays an offer." }),
  "webrtc-answer": Type.Object({ to, answer: Answer }, { ...closed, description: "Relays an answer." }),
  "ice-candidate": Type.Object({ to, candidate: Candidate }, { ...closed, description: "Relays an ICE candidate." }),
  "set-media": Type.Object(
    {
      audio: Type.Optional(Type.Boolean()),
      video: Type.Optional(Type.Boolean()),
      screen: Type.Optional(Type.Boolean()),
    },
    { ...closed, description: "Tells the others what this client sends from now on." },
  ),
  "set-room-password": Type.Object(
    { password: Password, hint: Type.Optional(PasswordHint) },
    { ...closed, description: "Sets or changes the room's password, for those who come from now on. Hosts only." },
  ),
  "clear-room-password": Type.Object({}, { ...closed, description: "Opens the room to everyone again. Hosts only." }),
  "update-room": Type.Object(
    {
      maxParticipants: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.maxParticipants })),
      allowScreenShare: Type.Optional(Type.Boolean()),
    },
    { ...closed, description: "Changes the room's settings. Hosts only." },
  ),
  "remove-participant": Type.Object(
    { userId: UserId },
    { ...closed, description: "Sends a participant out; their token no longer lets them in. Hosts only." },
  ),
  "leave-room": Type.Object({}, { ...closed, description: "Gives the seat up. The connection stays, without a room." }),
} as const;

/** Requests that take a user who is online. */
export const userRequests = {
  "watch-users": Type.Object({}, { ...closed, description: "The list of people; from then on every `user-status`." }),
  "call-invite": Type.Object(
    {
      to: UserId,
      video: Type.Optional(Type.Boolean({ description: "Whether the caller wants to be seen; true when absent." })),
    },
    { ...closed, description: "Rings every device of a user." },
  ),
  "call-accept": Type.Object(
    { callId },
    { ...closed, description: "Answers the call that rings here; the first of the user's devices has it." },
  ),
  "call-decline": Type.Object({ callId }, { ...closed, description: "Sends the caller away, on all devices." }),
  "call-cancel": Type.Object({ callId }, { ...closed, description: "Stops ringing." }),
  "call-end": Type.Object({ callId }, { ...closed, description: "Hangs up." }),
} as const;

/**
 * What a native client sends: `emit(name, data, seq?, ack?)`.
 * `seq` counts the client's messages from 1 within a seat; a number the server has
 * already seen is acknowledged and dropped, so that a client may resend after a resume.
 */
export const requests = {
  ...seatRequests,
  ...userRequests,
  "renew-credentials": Type.Object(
    {},
    { ...closed, description: "A fresh token of the connection's kind, and fresh ICE servers." },
  ),
} as const;

/** Name → data of every request. */
export type Requests = { [N in keyof typeof requests]: Static<(typeof requests)[N]> };
export type RequestName = keyof Requests;
