import { expect, it } from "vitest";
import { ChamCallError, type ChamCallErrorCode } from "../chamcall-error.ts";
import { refusalPolicy } from "./refusal-policy.ts";

const policies = (code: ChamCallErrorCode) =>
  (["new", "returning", "seated"] as const).map((standing) => refusalPolicy(new ChamCallError(code, ""), standing));

it("tells a first join and waits out or renews for one that had a seat", () => {
  expect(policies("DRAINING")).toEqual(["give-up", "give-up", "retry"]);
  expect(policies("USER_ID_TAKEN")).toEqual(["give-up", "give-up", "retry"]);
  expect(policies("UNAUTHORIZED")).toEqual(["give-up", "rejoin", "rejoin"]);
  expect(policies("NOT_FOUND")).toEqual(["give-up", "rejoin", "rejoin"]);
  expect(policies("REMOVED")).toEqual(["give-up", "give-up", "give-up"]);
  expect(policies("ROOM_ENDED")).toEqual(["give-up", "give-up", "give-up"]);
  expect(policies("ROOM_FULL")).toEqual(["give-up", "give-up", "give-up"]);
});

it("tries again where nothing answered", () => {
  expect(policies("SERVER_UNREACHABLE")).toEqual(["retry", "retry", "retry"]);
});
