import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const id = "(?:native|lobby|rooms|direct|pairing)-[a-z]+-\\d+";

/** What `pattern` captures in all files that match `glob`, in order. */
function find(glob: string, pattern: RegExp): string[] {
  const texts = globSync(glob, { cwd: root }).map((file) => readFileSync(join(root, file), "utf8"));
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([all, captured]) => captured ?? all));
}

/** `- **native-join-2** …` on the pages of the doors. */
const rules = find("docs/protocols/*.md", new RegExp(`\\*\\*(${id})\\*\\*`, "g"));
const mentioned = find("docs/protocols/*.md", new RegExp(`\\b${id}\\b`, "g"));
/** `it("native-join-2 native-join-3: …")`. */
const quoted = find("server/test/**/*.ts", new RegExp(`["'\`]((?:${id},? )*${id}): `, "g")).flatMap((ids) =>
  ids.split(/,? /),
);

describe("the rules of the doors", () => {
  it("have an id of their own each", () => {
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
  });

  it("are quoted by a test each", () => {
    const proven = new Set(quoted);
    expect(rules.filter((rule) => !proven.has(rule))).toEqual([]);
  });

  it("are there, where a test or a page names one", () => {
    const known = new Set(rules);
    expect([...new Set([...quoted, ...mentioned])].filter((name) => !known.has(name))).toEqual([]);
  });
});
