import Type, { type Static } from "typebox";
import { DisplayName, UserId } from "./ids.ts";

/** Whether someone can be rung; `busy` is in a call or ringing. */
export const UserStatus = Type.Union([Type.Literal("available"), Type.Literal("busy"), Type.Literal("offline")]);
export type UserStatus = Static<typeof UserStatus>;

/** Someone who is rung or rings. */
export const Person = Type.Object({ userId: UserId, name: DisplayName });
export type Person = Static<typeof Person>;

/** One line of the list of people. */
export const UserPresence = Type.Object({ ...Person.properties, status: UserStatus });
export type UserPresence = Static<typeof UserPresence>;

/** How a call ended. A busy callee is never rung: the invitation itself is refused with USER_BUSY. */
export const CallEndReason = Type.Union([
  Type.Literal("declined"),
  Type.Literal("timeout"),
  Type.Literal("cancelled"),
  Type.Literal("failed"),
  Type.Literal("disconnected"),
  Type.Literal("ended"),
]);
export type CallEndReason = Static<typeof CallEndReason>;
