import Type, { type Static } from "typebox";
import { limits } from "./limits.ts";

/** A room's name in its link: letters, digits, `-`, `_`, `.`; a UUID or a slug like `sunny-mountain-42`. */
export const RoomId = Type.String({ minLength: 1, maxLength: limits.roomId, pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" });
export type RoomId = Static<typeof RoomId>;

/** Who someone is within an app: printable, no spaces at the ends. */
export const UserId = Type.String({ minLength: 1, maxLength: limits.userId, pattern: "^[A-Za-z0-9@+_.:-]+$" });
export type UserId = Static<typeof UserId>;

/** A tenant: `app_` and 16 characters, or what an operator has called it. */
export const AppId = Type.String({ minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9_-]{1,64}$" });
export type AppId = Static<typeof AppId>;

/** What people read on the tile: no control characters, not blank. */
export const DisplayName = Type.String({
  minLength: 1,
  maxLength: limits.displayName,
  pattern: "^(?=.*\\S)[^\\u0000-\\u001f\\u007f]+$",
});
export type DisplayName = Static<typeof DisplayName>;

/** What a room is called in the list of rooms: no control characters, not blank. */
export const RoomName = Type.String({
  minLength: 1,
  maxLength: limits.roomName,
  pattern: "^(?=.*\\S)[^\\u0000-\\u001f\\u007f]+$",
});
export type RoomName = Static<typeof RoomName>;

/** A room's password as it is typed; never stored. */
export const Password = Type.String({ minLength: 1, maxLength: limits.password });
/** What helps to remember the password; everyone who is asked for it reads it. */
export const PasswordHint = Type.String({ maxLength: limits.passwordHint });
/** Secret that makes its holder the room's host. */
export const OwnerKey = Type.String({ minLength: 1, maxLength: 256 });
