import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../paths.mjs";
import { examples } from "./examples.mjs";

const page = readFileSync(join(root, "docs/protocols/native.md"), "utf8");

/** Every piece of JSON on the page, in a block or in the text. */
const shown = [...page.matchAll(/```json\n([\s\S]*?)```|`(\{.*?\})`/g)].flatMap(([, block, inline]) => {
  try {
    return [JSON.parse(block ?? inline ?? "") as unknown];
  } catch {
    return [];
  }
});
const isNamed = (name: string) => page.includes(`\`${name}\``);

describe("docs/protocols/native.md shows the same examples as the document", () => {
  it.each(Object.entries(examples.requests))("of the request %s", (name, example) => {
    expect(isNamed(name)).toBe(true);
    expect(shown).toContainEqual(example);
  });

  it.each(Object.entries(examples.answers))("of what %s answers", (_, example) => {
    expect(shown).toContainEqual({ ok: true, ...example });
  });

  it.each(Object.entries(examples.events))("of the event %s", (name, example) => {
    expect(isNamed(name)).toBe(true);
    expect(shown).toContainEqual(example);
  });

  it("of the handshake and of refusals", () => {
    for (const example of [...examples.auth, examples.refusedHandshake, examples.refused]) {
      expect(shown).toContainEqual(example);
    }
  });
});
