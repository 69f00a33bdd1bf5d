import type { getRoomMeta } from "@chamcall/client";

/** What a visitor may know about a room before joining. */
export type RoomMeta = Awaited<ReturnType<typeof getRoomMeta>>;
