import type { UserPresence } from "@chamcall/protocol";

/** The list of who is online with a change in it. */
export function withPresence(users: readonly UserPresence[], changed: UserPresence): readonly UserPresence[] {
  const others = users.filter(({ userId }) => userId !== changed.userId);
  if (changed.status === "offline") return others.length === users.length ? users : others;
  const index = users.findIndex(({ userId }) => userId === changed.userId);
  return index === -1 ? [...users, changed] : users.with(index, changed);
}
