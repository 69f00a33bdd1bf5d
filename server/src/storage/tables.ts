import type { Visibility } from "../core/room.ts";

/** Rows as they are stored. `rooms` and `pendings` are the pairing spec's, which names its tables. */
export interface Tables {
  app_rooms: AppRoomRow;
  room_sessions: RoomSessionRow;
  pendings: PendingRow;
  rooms: PairRow;
  acceptances: AcceptanceRow;
  apps: AppRow;
  app_secrets: AppSecretRow;
  room_requests: RoomRequestRow;
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
  /** A JSON object. */
  metadata: string | null;
  created_by: string | null;
  ended_at: number | null;
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

/** `allowed_origins` is a JSON array of text. */
export interface AppRow {
  app_id: string;
  name: string;
  created_at: number;
  disabled_at: number | null;
  allowed_origins: string;
  max_rooms: number | null;
  max_participants: number | null;
  join_rate: number | null;
}

export interface AppSecretRow {
  secret_id: string;
  app_id: string;
  hash: string;
  created_at: number;
  expires_at: number | null;
}

/** What an app asked for under an Idempotency-Key, and the room that came of it. */
export interface RoomRequestRow {
  app_id: string;
  request_key: string;
  body_hash: string;
  room_id: string;
  created_at: number;
}
