/** Rows as they are stored. `rooms` and `pendings` are left to the pairing spec, which names its tables. */
export interface Tables {
  app_rooms: AppRoomRow;
  room_sessions: RoomSessionRow;
}

/** Times are milliseconds since the epoch, durations milliseconds, booleans 0 or 1. */
export interface AppRoomRow {
  app_id: string;
  room_id: string;
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
