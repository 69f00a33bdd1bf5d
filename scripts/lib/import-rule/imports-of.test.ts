import { expect, it } from "vitest";
import { importsOf } from "./imports-of.mjs";

it("finds every form of an import, with its line", () => {
  const source = `
import "a";
import b from "b";
import { c, type C } from 'c';
import type { D } from "d";
import {
  e,
  f as g,
} from "e";
import * as h from "h";
import type from "i";
export { j } from "j";
export * from "k";
export type { L } from "l";
const m = await import("m");
const n = require("n");
`;
  expect(importsOf(source).map(({ specifier, typeOnly, line }) => [specifier, typeOnly, line])).toEqual([
    ["a", false, 2],
    ["b", false, 3],
    ["c", false, 4],
    ["d", true, 5],
    ["e", false, 9],
    ["h", false, 10],
    ["i", false, 11],
    ["j", false, 12],
    ["k", false, 13],
    ["l", true, 14],
    ["m", false, 15],
    ["n", false, 16],
  ]);
});

it("takes nothing else for one", () => {
  const source = `
/**
 * Use it as in: import { x } from "x" or import("x").
 */
// import y from "y";
export const from = "z";
export type Line = { from: "z" };
export function text() {
  return \`the import from "z"\`;
}
`;
  expect(importsOf(source)).toEqual([]);
});
