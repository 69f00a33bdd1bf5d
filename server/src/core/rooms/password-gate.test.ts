import { beforeEach, describe, expect, it } from "vitest";
import { roomOf } from "../../../test/helpers/room.ts";
import { createMemoryFailures } from "../../cluster/memory/failures.ts";
import type { Context } from "../context.ts";
import type { Room } from "../room.ts";
import { passwordGate } from "./password-gate.ts";

const room: Room & { passwordHash: string } = {
  ...roomOf("room"),
  passwordHash: "hash of right",
  passwordHint: "hint",
};

let now: number;
let checked: string[];
let ctx: Context;
beforeEach(() => {
  now = 1_000_000;
  checked = [];
  const passwords = {
    hash: async (password: string) => `hash of ${password}`,
    async verify(password: string, hash: string) {
      checked.push(password);
      return hash === `hash of ${password}`;
    },
  };
  // The gate looks at these two alone.
  ctx = { failures: createMemoryFailures(() => now), passwords } as Partial<Context> as Context;
});

const knock = (password: string | undefined, address = "a", at = room) =>
  passwordGate(ctx, at, at.passwordHash, { password, address });

async function guess(times: number, address = "a", at = room): Promise<void> {
  for (let n = 0; n < times; n++)
    await expect(knock("wrong", address, at)).rejects.toMatchObject({ code: "AUTH_FAILED" });
}

describe("a password", () => {
  it("that is right passes", async () => {
    await knock("right");
  });

  it("that is missing is asked for, with the hint, and not counted", async () => {
    for (let n = 0; n < 20; n++) {
      await expect(knock(undefined)).rejects.toMatchObject({ code: "AUTH_REQUIRED", details: { hint: "hint" } });
    }
    expect(checked).toEqual([]);
    await knock("right");
  });

  it("that is wrong is refused, with the hint where there is one", async () => {
    await expect(knock("wrong")).rejects.toMatchObject({ code: "AUTH_FAILED", details: { hint: "hint" } });
    const unhinted = { ...room, passwordHint: null };
    await expect(knock("wrong", "a", unhinted)).rejects.toMatchObject({ code: "AUTH_FAILED", details: {} });
  });
});

describe("after three failures", () => {
  it("each further one doubles the wait, and nothing is checked meanwhile", async () => {
    await guess(3);
    for (const seconds of [1, 2, 4, 8]) {
      checked = [];
      await expect(knock("right")).rejects.toMatchObject({
        code: "TOO_MANY_ATTEMPTS",
        details: { retryAfterMs: seconds * 1000 },
      });
      expect(checked).toEqual([]);
      now += seconds * 1000;
      await guess(1);
    }
  });

  it("the wait ends at five minutes", async () => {
    await guess(3);
    for (let n = 0; n < 12; n++) {
      now += 300_000;
      await guess(1);
    }
    await expect(knock("right")).rejects.toMatchObject({ details: { retryAfterMs: 300_000 } });
    now += 300_000;
    await knock("right");
  });

  it("the right one, once the wait is over, wipes the slate of that address", async () => {
    await guess(3);
    now += 1000;
    await knock("right");
    await guess(3);
  });

  it("fifteen quiet minutes forget them", async () => {
    await guess(3);
    now += 15 * 60_000;
    await guess(3);
  });
});

describe("others", () => {
  it("are let in by the right one while someone guesses", async () => {
    await guess(3, "guesser");
    await knock("right", "honest");
  });

  it("have one typo free while a whole network guesses, then wait with it", async () => {
    for (let n = 0; n < 14; n++) await guess(1, `network ${n}`);
    await guess(1, "honest");
    await expect(knock("right", "honest")).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    await knock("right", "new");
  });
});

it("an address that fails in many rooms waits in all of them", async () => {
  for (let n = 0; n < 5; n++) await guess(2, "a", { ...room, roomId: `room ${n}` });
  await expect(knock("right", "a", { ...room, roomId: "yet another" })).rejects.toMatchObject({
    code: "TOO_MANY_ATTEMPTS",
  });
});

it("guesses at once are checked one by one", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => knock("wrong")));
  expect(checked).toHaveLength(3);
  const codes = outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "passed"));
  expect(codes.filter((code) => code === "TOO_MANY_ATTEMPTS")).toHaveLength(7);
});
