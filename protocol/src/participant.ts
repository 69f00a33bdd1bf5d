import Type, { type Static } from "typebox";
import { DisplayName, UserId } from "./ids.ts";

/** A host may manage the room and send people out. */
export const Role = Type.Union([Type.Literal("host"), Type.Literal("participant")]);
export type Role = Static<typeof Role>;

/** What someone sends at the moment; a hint for the interface, never an authorisation. */
export const MediaState = Type.Object({
  audio: Type.Boolean(),
  video: Type.Boolean(),
  screen: Type.Boolean(),
});
export type MediaState = Static<typeof MediaState>;

/** One member of a room as native clients see them. */
export const Participant = Type.Object({
  userId: UserId,
  name: DisplayName,
  role: Role,
  joinedAt: Type.String({ description: "When they took their seat, ISO 8601 UTC." }),
  ...MediaState.properties,
  instanceId: Type.String({
    description: "Changes when the same user comes back as a fresh page: peers must then connect anew.",
  }),
});
export type Participant = Static<typeof Participant>;
