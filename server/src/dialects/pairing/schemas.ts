import { Candidate, limits, Password, RoomId } from "@chamcall/protocol";
import Type from "typebox";

const sdp = Type.String({ maxLength: limits.sdp });

/** What a client of the pairing spec sends; everything is for the only other device in its room. */
export const schemas = {
  join_room: Type.Object({ roomId: RoomId, password: Type.Optional(Password) }),
  leave_room: Type.Object({}),
  webrtc_offer: Type.Object({ sdp }),
  webrtc_answer: Type.Object({ sdp }),
  ice_candidate: Type.Object({ candidate: Candidate }),
  ping: Type.Object({}),
} as const;
