import type { JoinRoomBody, JoinRoomReply } from "@chamcall/protocol";
import { request } from "./request.ts";

/** Asks for a seat (`POST /room/:roomId/join`); creates the room if it does not exist. */
export function join(
  serverUrl: string,
  roomId: string,
  body: JoinRoomBody,
  signal?: AbortSignal,
): Promise<JoinRoomReply> {
  return request<JoinRoomReply>(serverUrl, `/room/${encodeURIComponent(roomId)}/join`, { body, signal });
}
