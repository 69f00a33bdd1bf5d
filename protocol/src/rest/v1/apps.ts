import Type, { type Static } from "typebox";
import { AppId, RoomName } from "../../ids.ts";
import { limits } from "../../limits.ts";

const Origins = Type.Array(Type.String({ minLength: 1, maxLength: 256 }), { maxItems: 100 });
const atMost = (maximum: number) => Type.Union([Type.Integer({ minimum: 1, maximum }), Type.Null()]);

/** What an app may do at most; null where only the server's own limits count. */
export const AppLimits = Type.Object(
  {
    /** Rooms that are not ended. */
    maxRooms: atMost(1_000_000_000),
    /** Capacity of a room. */
    maxParticipants: atMost(limits.maxParticipants),
    /** Joins a minute. */
    joinRate: atMost(1_000_000),
  },
  { additionalProperties: false },
);
export type AppLimits = Static<typeof AppLimits>;

/** Limits that stay where they aren't named. */
export const AppLimitsBody = Type.Partial(AppLimits, { additionalProperties: false });
export type AppLimitsBody = Static<typeof AppLimitsBody>;

/** A tenant as its operator sees it. Times are ISO 8601 UTC. */
export const AppInfo = Type.Object({
  appId: AppId,
  name: Type.String(),
  createdAt: Type.String(),
  disabledAt: Type.Union([Type.String(), Type.Null()]),
  /** Sites whose pages may connect with this app's tokens, besides the server's own. */
  allowedOrigins: Type.Array(Type.String()),
  limits: AppLimits,
});
export type AppInfo = Static<typeof AppInfo>;

/** Body of `POST /api/admin/v1/apps`. */
export const CreateAppBody = Type.Object(
  { name: RoomName, allowedOrigins: Type.Optional(Origins), limits: Type.Optional(AppLimitsBody) },
  { additionalProperties: false },
);
export type CreateAppBody = Static<typeof CreateAppBody>;

/** Its answer: the only time that the secret is shown. */
export const CreateAppReply = Type.Object({ ...AppInfo.properties, appSecret: Type.String() });
export type CreateAppReply = Static<typeof CreateAppReply>;

/** `GET /api/admin/v1/apps`, the oldest first. */
export const AppList = Type.Object({ apps: Type.Array(AppInfo) });
export type AppList = Static<typeof AppList>;

/** Body of `POST /api/admin/v1/apps/:appId/rotate`. */
export const RotateSecretBody = Type.Object(
  {
    /** Seconds that the former secret stays good; a day when absent. */
    formerSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 30 * 24 * 3600 })),
  },
  { additionalProperties: false },
);
export type RotateSecretBody = Static<typeof RotateSecretBody>;

/** Its answer: the only time that the secret is shown. */
export const RotateSecretReply = Type.Object({
  appId: AppId,
  appSecret: Type.String(),
  /** Until when the former secret is good, ISO 8601 UTC. */
  formerUntil: Type.String(),
});
export type RotateSecretReply = Static<typeof RotateSecretReply>;

/** Body of `PUT /api/admin/v1/apps/:appId/origins`. */
export const AppOriginsBody = Type.Object({ allowedOrigins: Origins }, { additionalProperties: false });
export type AppOriginsBody = Static<typeof AppOriginsBody>;
