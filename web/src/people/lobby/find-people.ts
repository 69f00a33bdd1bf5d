import type { UserAgentSnapshot } from "@chamcall/client";

type Users = UserAgentSnapshot["users"];

/** Those whose name or userId holds the text, accents and case aside, in the order of the language. */
export function findPeople(users: Users, text: string, language: string): Users {
  const plain = (name: string) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase(language);
  const wanted = plain(text.trim());
  const { compare } = new Intl.Collator(language, { sensitivity: "base", numeric: true });
  return users
    .filter(({ userId, name }) => plain(name).includes(wanted) || plain(userId).includes(wanted))
    .sort((a, b) => compare(a.name, b.name) || compare(a.userId, b.userId));
}
