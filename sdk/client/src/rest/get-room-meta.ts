import type { RoomMeta } from "@chamcall/protocol";
import { request } from "./request.ts";

/** What a visitor may know about a room before joining (`GET /room/:roomId/meta`). */
export function getRoomMeta(serverUrl: string, roomId: string, signal?: AbortSignal): Promise<RoomMeta> {
  return request<RoomMeta>(serverUrl, `/room/${encodeURIComponent(roomId)}/meta`, { signal });
}
