import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { ChamCallEmbed } from "./chamcall-embed.ts";
import { supportedCommands, supportedEvents } from "./supported.ts";

const read = (file: string) => readFile(new URL(`../../../${file}`, import.meta.url), "utf8");
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name);

test.each(["examples/embed/index.html", "sdk/embed/README.md", "docs/embed.md", "README.md"])(
  "what %s uses is there",
  async (file) => {
    const text = await read(file);
    expect(text).toContain("new ChamCallEmbed(");
    expect(text).toContain("/embed.js");
    const methods = found(text, /\bembed\.(\w+)\(/g);
    expect(methods.length).toBeGreaterThan(0);
    expect(Object.getOwnPropertyNames(ChamCallEmbed.prototype)).toEqual(expect.arrayContaining(methods));
    expect(supportedEvents).toEqual(expect.arrayContaining(found(text, /\bembed\.on\("(\w+)"/g)));
  },
);

test("docs/embed.md has a row for every command and every event", async () => {
  const page = await read("docs/embed.md");
  for (const name of [...supportedCommands, ...supportedEvents]) expect(page).toContain(`| \`${name}\``);
});
