import type { Visibility } from "../core/room.ts";

/** Rows as they are stored. `rooms` and `pendings` are the pairing spec's, which names its tables. */
export interface Tables {
  app_rooms: AppRoomRow;
  room_sessions: RoomSessionRow;
  pendings: PendingRow;
  rooms: PairRow;
  acceptances: AcceptanceRow;
}

/** Times are milliseconds since the epoch, durations milliseconds, booleans 0 or 1. */
export interface AppRoomRow {
  app_id: string;
  room_id: string;
  name: string | null;
  visibility: Visibility;
  created_at: number;
  last_used: number;
  max_participants: number;
  allow_screen_share: number;
  password_hash: string | null;
  password_hint: string | null;
  owner_key_hash: string | null;
  total_sessions: number;
  total_duration: number;
}

export interface RoomSessionRow {
  session_id: string;
  app_id: string;
  room_id: string;
  started_at: number;
  ended_at: number | null;
  peak_participants: number;
}

/** A join code; `exp` is ISO 8601 UTC as Date.toISOString writes it, so that text compares as time. */
export interface PendingRow {
  joinid: string;
  client1: string;
  exp: string;
  client2: string | null;
}

export interface PairRow {
  roomid: string;
  client1: string;
  client2: string;
}

/** The room that an accepted join code leads to. */
export interface AcceptanceRow {
  joinid: string;
  roomid: string;
}
