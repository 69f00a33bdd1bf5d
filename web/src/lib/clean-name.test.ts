import { expect, test } from "vitest";
import { cleanName } from "./clean-name.ts";

test.each([
  ["Ann Lee", "Ann Lee"],
  ["Ann\tLee\r\n", "Ann Lee "],
  ["A\u0000n\u007fn\u009b", "Ann"],
  ["Žofie 👩‍💻", "Žofie 👩‍💻"],
])("%j is shown as %j", (typed, clean) => expect(cleanName(typed)).toBe(clean));
