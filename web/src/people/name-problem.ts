/** What is wrong with a name that someone has typed. */
export type NameProblem =
  | { problem: "missing" }
  | { problem: "spaces" }
  | { problem: "characters"; character: string }
  | { problem: "long"; count: number };

const most = 128;

/** Finds what keeps a name from being a userId of the protocol; what was typed is never changed. */
export function nameProblem(name: string): NameProblem | undefined {
  if (name.trim() === "") return { problem: "missing" };
  if (/\s/.test(name)) return { problem: "spaces" };
  const character = /[^A-Za-z0-9@+_.:-]/u.exec(name)?.[0];
  if (character !== undefined) return { problem: "characters", character };
  return name.length > most ? { problem: "long", count: name.length } : undefined;
}
