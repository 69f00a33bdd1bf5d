import { Answer, Candidate, DisplayName, Offer, OwnerKey, Password, RoomId, UserId } from "@chamcall/protocol";
import Type from "typebox";

const to = Type.Optional(UserId);

/** What a client of the lobby spec sends; without `to` a signal goes to the only other participant. */
export const schemas = {
  "join-room": Type.Object({
    roomId: RoomId,
    username: DisplayName,
    password: Type.Optional(Password),
    ownerKey: Type.Optional(OwnerKey),
  }),
  // It carries nothing; whatever a client puts there is not read.
  "leave-room": Type.Unknown(),
  "webrtc-offer": Type.Object({ to, offer: Offer }),
  "webrtc-answer": Type.Object({ to, answer: Answer }),
  "ice-candidate": Type.Object({ to, candidate: Candidate }),
} as const;
