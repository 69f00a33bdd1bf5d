/** The app that owns everything made through doors without accounts. */
export const PUBLIC_APP = "public";

/** A durable place. */
export interface RoomKey {
  appId: string;
  roomId: string;
}

/** Who learns of a room: everyone who asks for the list, whoever has its link, or nobody but those with a token. */
export type Visibility = "listed" | "unlisted" | "invited";

/** A room as it is stored; times are milliseconds since the epoch, durations milliseconds. */
export interface Room extends RoomKey {
  /** What its maker called it. */
  name: string | null;
  visibility: Visibility;
  createdAt: number;
  lastUsed: number;
  maxParticipants: number;
  allowScreenShare: boolean;
  /** argon2id, PHC string; null when the room is open. */
  passwordHash: string | null;
  passwordHint: string | null;
  /** SHA-256, hex; null for rooms that nobody owns. */
  ownerKeyHash: string | null;
  totalSessions: number;
  totalDuration: number;
  /** What the app that made it keeps with it. */
  metadata: Record<string, unknown> | null;
  /** For whom the app made it. */
  createdBy: string | null;
  /** Nobody enters it from then on. */
  endedAt: number | null;
}

/** What an owner, or the app that made it, can change. */
export type RoomPatch = Partial<
  Pick<Room, "name" | "metadata" | "maxParticipants" | "allowScreenShare" | "passwordHash" | "passwordHint">
>;

/** A stretch of time in which a room is not empty. */
export interface Session extends RoomKey {
  sessionId: string;
  startedAt: number;
}

/** A session as it is looked back on. */
export interface PastSession extends Session {
  /** Null while it goes on. */
  endedAt: number | null;
  /** Known when it is over. */
  peak: number;
}
