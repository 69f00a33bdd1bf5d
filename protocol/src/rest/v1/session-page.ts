import Type, { type Static } from "typebox";
import { NextCursor } from "./page-query.ts";

/** `GET /api/v1/rooms/:roomId/sessions`: the stretches of time in which someone was in the room. */
export const SessionPage = Type.Object({
  sessions: Type.Array(
    Type.Object({
      sessionId: Type.String(),
      startedAt: Type.String({ description: "ISO 8601 UTC." }),
      endedAt: Type.Union([Type.String(), Type.Null()], { description: "Null while someone is there." }),
      duration: Type.Integer({ description: "Milliseconds; so far, while someone is there." }),
      peakParticipants: Type.Integer({ description: "Most people at once; known when the session is over." }),
    }),
  ),
  nextCursor: NextCursor,
});
export type SessionPage = Static<typeof SessionPage>;
