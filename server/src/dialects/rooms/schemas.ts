import {
  Answer,
  Candidate,
  DisplayName,
  Offer,
  OwnerKey,
  Password,
  PasswordHint,
  RoomId,
  UserId,
} from "@chamcall/protocol";
import Type from "typebox";

const roomId = Type.Optional(RoomId);
const userId = Type.Optional(UserId);

/** What a client of the rooms spec sends; `userId` and `roomId` are claims about itself that core checks. */
export const schemas = {
  join_room: Type.Object({
    roomId: RoomId,
    userId: UserId,
    displayName: DisplayName,
    password: Type.Optional(Password),
    ownerKey: Type.Optional(OwnerKey),
  }),
  leave_room: Type.Object({ roomId, userId }),
  offer: Type.Object({ targetId: UserId, payload: Offer, roomId }),
  answer: Type.Object({ targetId: UserId, payload: Answer, roomId }),
  ice_candidate: Type.Object({ targetId: UserId, payload: Candidate, roomId }),
  toggle_video: Type.Object({ userId, enabled: Type.Boolean() }),
  toggle_audio: Type.Object({ userId, enabled: Type.Boolean() }),
  set_room_password: Type.Object({ roomId, password: Password, hint: Type.Optional(PasswordHint) }),
  clear_room_password: Type.Object({ roomId }),
} as const;
