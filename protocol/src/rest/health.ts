import Type, { type Static } from "typebox";

/** `GET /health`, the lobby spec's shape. */
export const Health = Type.Object({
  status: Type.Union([Type.Literal("healthy"), Type.Literal("draining")]),
  rooms: Type.Integer(),
  users: Type.Integer(),
  timestamp: Type.String(),
  version: Type.String(),
  /** Seconds since the process started. */
  uptime: Type.Integer(),
});
export type Health = Static<typeof Health>;
