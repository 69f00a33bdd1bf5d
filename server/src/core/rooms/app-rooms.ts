import type { IceServer } from "@chamcall/protocol";
import type { AppIdentity } from "../apps/app.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { PageRequest } from "../ports.ts";
import type { PastSession } from "../room.ts";
import { type AppRoomView, findAppRoom, viewAppRoom } from "./app-room.ts";
import { createAppRoom, type NewAppRoom } from "./create-app-room.ts";
import { endRoom } from "./end-room.ts";
import { type AppEntry, type AppGuest, joinAppRoom } from "./join-app-room.ts";
import { roomStatus } from "./room-status.ts";
import { sendOut } from "./send-out.ts";
import { type AppRoomPatch, updateAppRoom } from "./update-app-room.ts";

/** What is left of an app's allowance of REST calls. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Milliseconds until all of it is back. */
  resetMs: number;
  /** Milliseconds to wait where this call was one too many, otherwise 0. */
  waitMs: number;
}

/** Rooms of apps: made, opened to people and ended by REST alone. Whatever takes a roomId throws NOT_FOUND. */
export interface AppRooms {
  /** Counts one REST call of the app. */
  spendCall(app: AppIdentity): Promise<Allowance>;
  /** Returns the roomId. Throws DRAINING, BAD_REQUEST, LIMIT_REACHED, IDEMPOTENCY_MISMATCH. */
  create(app: AppIdentity, wanted: NewAppRoom, requestKey: string | undefined): Promise<string>;
  /** Throws DRAINING, RATE_LIMITED, ROOM_ENDED, ROOM_FULL. */
  join(app: AppIdentity, guest: AppGuest): Promise<AppEntry>;
  status(app: AppIdentity, roomId: string): ReturnType<typeof roomStatus>;
  find(app: AppIdentity, roomId: string): Promise<AppRoomView>;
  /** The newest first. */
  list(app: AppIdentity, wanted: PageRequest): Promise<AppRoomView[]>;
  /** Throws BAD_REQUEST, LIMIT_REACHED. */
  update(app: AppIdentity, roomId: string, patch: AppRoomPatch): Promise<AppRoomView>;
  end(app: AppIdentity, roomId: string): Promise<AppRoomView>;
  /** Throws TARGET_NOT_FOUND. */
  remove(app: AppIdentity, roomId: string, userId: string): Promise<void>;
  /** The newest first. */
  sessions(app: AppIdentity, roomId: string, wanted: PageRequest): Promise<PastSession[]>;
  turnCredentials(app: AppIdentity): { iceServers: IceServer[]; ttlSeconds: number };
}

export function createAppRooms(ctx: Context): AppRooms {
  const findRoom = ({ appId }: AppIdentity, roomId: string) => findAppRoom(ctx, { appId, roomId });
  return {
    async spendCall({ appId }) {
      const points = ctx.policy.apiRate;
      return { limit: points, ...(await ctx.limits.count(`api:${appId}`, { points, windowMs: 60_000 })) };
    },
    create: (app, wanted, requestKey) => createAppRoom(ctx, app, wanted, requestKey),
    join: (app, guest) => joinAppRoom(ctx, app, guest),
    status: ({ appId }, roomId) => roomStatus(ctx, { appId, roomId }),
    async find(app, roomId) {
      const room = await findRoom(app, roomId);
      return viewAppRoom(room, await ctx.rosters.count(room));
    },
    async list({ appId }, wanted) {
      const [rooms, live] = await Promise.all([ctx.rooms.page(appId, wanted), ctx.rosters.live(appId)]);
      return rooms.map((room) => viewAppRoom(room, live.get(room.roomId) ?? 0));
    },
    update: (app, roomId, patch) => updateAppRoom(ctx, app, roomId, patch),
    end: ({ appId }, roomId) => endRoom(ctx, { appId, roomId }),
    async remove(app, roomId, userId) {
      const room = await findRoom(app, roomId);
      const member = (await ctx.rosters.members(room)).find((one) => one.userId === userId);
      if (!member || !(await sendOut(ctx, room, member))) throw new Refusal("TARGET_NOT_FOUND");
    },
    async sessions(app, roomId, wanted) {
      return ctx.sessions.page(await findRoom(app, roomId), wanted);
    },
    turnCredentials: ({ appId }) => ({
      iceServers: ctx.iceServersFor(appId, ctx.now()),
      ttlSeconds: ctx.tokens.ttlSeconds,
    }),
  };
}
