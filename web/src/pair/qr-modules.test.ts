import { create } from "qrcode";
import { expect, test } from "vitest";
import { qrModules } from "./qr-modules.ts";

/** The path back into rows of modules, dark is `#`. */
function paint(size: number, path: string): string[] {
  const rows = Array.from({ length: size }, () => Array<string>(size).fill("."));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    rows[Number(y)]?.fill("#", Number(x), Number(x) + Number(width));
  }
  return rows.map((row) => row.join(""));
}

test("the path covers the dark modules and no other", () => {
  const text = "https://calls.example.com/pair#K7QM3XWP";
  const { size, path } = qrModules(text);
  expect(size).toBe(29);
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const expected = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (modules.get(row, column) ? "#" : ".")).join(""),
  );
  expect(paint(size, path)).toEqual(expected);
  // The finder pattern of the upper left corner.
  expect(expected.slice(0, 3).map((row) => row.slice(0, 7))).toEqual(["#######", "#.....#", "#.###.#"]);
});
