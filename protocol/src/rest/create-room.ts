import Type, { type Static } from "typebox";
import { OwnerKey, RoomId, RoomName } from "../ids.ts";

/** Body of `POST /api/rooms` (lobby spec). */
export const CreateRoomBody = Type.Object({ name: RoomName }, { additionalProperties: false });
export type CreateRoomBody = Static<typeof CreateRoomBody>;

/** Answer of `POST /api/rooms`, 201. */
export const CreateRoomReply = Type.Object({
  roomId: RoomId,
  name: RoomName,
  /** ISO 8601 UTC. */
  createdAt: Type.String(),
  maxParticipants: Type.Integer(),
  /** Makes whoever joins with it the room's host: keep it, it is not shown again. */
  ownerKey: OwnerKey,
  /** The room's page in the web app. */
  url: Type.String(),
});
export type CreateRoomReply = Static<typeof CreateRoomReply>;
