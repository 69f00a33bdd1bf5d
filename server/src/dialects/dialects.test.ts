import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { requests } from "@chamcall/protocol";
import { describe, expect, it } from "vitest";
import { schemas as direct } from "./direct/schemas.ts";
import { schemas as lobby } from "./lobby/schemas.ts";
import { schemas as pairing } from "./pairing/schemas.ts";
import { schemas as rooms } from "./rooms/schemas.ts";

// What a wire is made of stays in its dialect, and a dialect stays small.

const DIALECTS = import.meta.dirname;
const CORE = join(DIALECTS, "../core");
const DOORS = ["tenant", "rooms", "lobby", "pairing", "direct"];

/** Sources under a folder, without tests; comments and blank lines taken out. */
function sourcesIn(folder: string): { file: string; code: string }[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => ({ file, code: withoutComments(readFileSync(join(folder, file), "utf8")) }));
}

/** The formatter puts every comment on lines of its own, but for those behind a line's code. */
function withoutComments(source: string): string {
  return source
    .replace(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, "")
    .split("\n")
    .map((line) => line.replace(/(^|\s)\/\/ .*$/, ""))
    .filter((line) => line.trim() !== "")
    .join("\n");
}

function literalsIn(code: string): string[] {
  return [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, text, template]) => text ?? template ?? "",
  );
}

describe("each door is a folder of about 150 lines", () => {
  it.each(DOORS)("%s", (door) => {
    const lines = sourcesIn(join(DIALECTS, door)).flatMap(({ code }) => code.split("\n"));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.length).toBeLessThanOrEqual(170);
  });

  it("and those are all the doors", () => {
    const folders = readdirSync(DIALECTS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...DOORS].sort());
  });
});

describe("core knows no wire", () => {
  /** A name of several words, as wires spell theirs; one word alone (`leave`) is anyone's. */
  const isCompound = (text: string) => /^[a-z0-9]+(?:[-_][a-z0-9]+)+$/.test(text);

  /** What core calls its own: the members of its three unions, and of unions of words that have a name. */
  const own = new Set([
    ...["commands.ts", "events.ts", "domain-events.ts"].flatMap((file) =>
      [...readFileSync(join(CORE, file), "utf8").matchAll(/\btype: ((?:\s*\|?\s*"[^"]+")+)/g)].flatMap(([, union]) =>
        literalsIn(union ?? ""),
      ),
    ),
    ...sourcesIn(CORE).flatMap(({ code }) =>
      [...code.matchAll(/\btype \w+ =((?:\s*\|?\s*"[^"]+")+);/g)].flatMap(([, union]) => literalsIn(union ?? "")),
    ),
  ]);

  const requestNames = [requests, rooms, lobby, pairing, direct].flatMap((one) => Object.keys(one));
  /** Whatever a dialect's own sources spell: names of messages among it, and names of core's own that they translate. */
  const spelled = DOORS.flatMap((door) => sourcesIn(join(DIALECTS, door))).flatMap(({ code }) => literalsIn(code));
  const wireNames = new Set([...requestNames, ...spelled].filter((name) => isCompound(name) && !own.has(name)));

  it("the names of every wire are known here", () => {
    // One request and one event of each door, so that a collection that finds nothing doesn't prove anything.
    const some = [
      ...["webrtc-offer", "joined-room", "call-answered-elsewhere"],
      ...["join_room", "offer_received", "room_full"],
      ...["join-room", "user-joined"],
      ...["webrtc_offer", "peer_left"],
      ...["register_user", "force_disconnect"],
    ];
    expect(some.filter((name) => !wireNames.has(name))).toEqual([]);
    expect(wireNames.size).toBeGreaterThan(50);
  });

  it("no name of a wire is in core", () => {
    const found = sourcesIn(CORE).flatMap(({ file, code }) =>
      literalsIn(code).flatMap((text) => (wireNames.has(text) ? [`${file}: ${text}`] : [])),
    );
    expect(found).toEqual([]);
  });

  it("nothing in core is spelled with underscores, as three of the wires are", () => {
    const found = sourcesIn(CORE).flatMap(({ file, code }) =>
      [...code.matchAll(/\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/g)].map(([text]) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it("nor is the name of a door, or where it is", () => {
    const wheres = ["tenant", "lobby", "direct", "/ws", "/socket.io"];
    const found = sourcesIn(CORE).flatMap(({ file, code }) =>
      literalsIn(code).flatMap((text) => (wheres.includes(text) ? [`${file}: ${text}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
