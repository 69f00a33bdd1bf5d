import type { RoomInfo, WireError } from "@chamcall/protocol";
import { type DefaultPathClient, openDefaultPathClient } from "./default-path-client.ts";

export interface RoomsParticipant {
  userId: string;
  displayName: string;
  audio: boolean;
  video: boolean;
  joinedAt: string;
}

interface Relayed {
  senderId: string;
  payload: unknown;
  roomId: string;
}

/** What a client of the rooms spec hears. */
export interface RoomsEvents {
  room_joined: { participants: RoomsParticipant[]; roomInfo: RoomInfo; ownerKey?: string };
  user_joined: RoomsParticipant;
  user_left: { userId: string; reason: string };
  offer_received: Relayed;
  answer_received: Relayed;
  ice_candidate_received: Relayed;
  toggle_video: { userId: string; enabled: boolean };
  toggle_audio: { userId: string; enabled: boolean };
  room_updated: { roomInfo: RoomInfo };
  room_full: { maxParticipants: number };
  auth_required: { hint?: string };
  error: WireError;
}

export type RoomsClient = DefaultPathClient<RoomsEvents>;

/** A client of the rooms spec on the default path, not in a room yet. */
export const openRoomsClient = openDefaultPathClient<RoomsEvents>;

export interface JoinedRoomsClient extends RoomsClient {
  joined: RoomsEvents["room_joined"];
}

export async function joinAsRoomsClient(
  url: string,
  join: { roomId: string; userId: string; displayName?: string; password?: string; ownerKey?: string },
): Promise<JoinedRoomsClient> {
  const client = await openRoomsClient(url);
  client.send("join_room", { displayName: join.userId, ...join });
  return { ...client, joined: await client.events.next("room_joined") };
}
