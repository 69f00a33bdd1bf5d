import { ChamCallError, type ChamCallErrorCode } from "@chamcall/client";
import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { en } from "./en.ts";
import { errorText } from "./error-text.ts";

beforeAll(async () => {
  await i18next.init({ resources: { en: { translation: en } }, lng: "en" });
});

test("a refusal is told in the app's own words, not in the server's", () => {
  const error = new ChamCallError("ROOM_FULL", "words of the server");
  expect(errorText(error, i18next.t)).toBe(en.errors.ROOM_FULL);
});

test("what has no text of its own gets a general one", () => {
  const unknown = new ChamCallError("FROM_A_NEWER_SERVER" as ChamCallErrorCode, "words of the server");
  expect(errorText(unknown, i18next.t)).toBe(en.room.call.failed);
  expect(errorText(new TypeError("x is undefined"), i18next.t)).toBe(en.room.call.failed);
});
