/** What an app may do at most; null where only the server's own limits count. */
export interface AppLimits {
  /** Rooms that are not ended. */
  maxRooms: number | null;
  /** Capacity of a room. */
  maxParticipants: number | null;
  /** Joins a minute over all of the app's rooms. */
  joinRate: number | null;
}

/** A tenant: whoever has its secret makes rooms and users of its own. Times are milliseconds since the epoch. */
export interface TenantApp {
  appId: string;
  name: string;
  createdAt: number;
  /** Nothing is answered to a disabled app, and none of its tokens is good for anything. */
  disabledAt: number | null;
  /** As browsers send them: `https://example.com`. */
  allowedOrigins: readonly string[];
  limits: AppLimits;
}

/** What can change in an app. */
export type AppPatch = Partial<Pick<TenantApp, "disabledAt" | "allowedOrigins" | "limits">>;

/** A stored secret: what is kept of it, and until when it is good; the current one has no end. */
export interface AppSecret {
  /** SHA-256, hex. */
  hash: string;
  createdAt: number;
  expiresAt: number | null;
}

/** An app that has proved to be itself, and isn't disabled. */
export type AppIdentity = Pick<TenantApp, "appId" | "name" | "allowedOrigins" | "limits">;
