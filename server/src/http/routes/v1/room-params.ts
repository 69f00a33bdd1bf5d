import { RoomId } from "@chamcall/protocol";
import Type, { type Static } from "typebox";

/** Parameters of every path below a room. */
export const RoomParams = Type.Object({ roomId: RoomId });
export type RoomParams = Static<typeof RoomParams>;
