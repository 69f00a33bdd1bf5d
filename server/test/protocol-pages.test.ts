import { readFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@chamcall/protocol";
import { errors } from "@chamcall/protocol/errors";
import { expect, it } from "vitest";

const page = (name: string) => readFileSync(join(import.meta.dirname, "../../docs/protocols", name), "utf8");

it("docs/protocols/errors.md lists every refusal with its status and sentence, and no other", () => {
  const rows = [...page("errors.md").matchAll(/^\| `([A-Z_]+)` \| (\d+) \| ([^|]+?) \|/gm)];
  const listed = rows.map(([, code, status, message]) => [code, Number(status), message]);
  const table = Object.entries(errors).map(([code, { status, message }]) => [code, status, message]);
  expect(listed.sort()).toEqual(table.sort());
});

it("docs/protocols/README.md lists every limit, and no other", () => {
  const rows = [...page("README.md").matchAll(/^\| `(\w+)`[^|]*\| (\d+)\b[^|]*\|$/gm)];
  const listed = rows.map(([, name, most]) => [name, Number(most)]);
  expect(listed.sort()).toEqual(Object.entries(limits).sort());
});
