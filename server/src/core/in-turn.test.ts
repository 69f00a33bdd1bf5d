import { expect, it } from "vitest";
import { inTurn } from "./in-turn.ts";

it("runs tasks of a key one after another, in order", async () => {
  const log: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = inTurn("key", async () => {
    log.push("first starts");
    await gate.promise;
    log.push("first ends");
    return 1;
  });
  const second = inTurn("key", async () => {
    log.push("second");
    return 2;
  });
  await inTurn("other", async () => void log.push("other"));
  gate.resolve();
  expect(await Promise.all([first, second])).toEqual([1, 2]);
  expect(log).toEqual(["first starts", "other", "first ends", "second"]);
});

it("goes on after one that failed, which alone is told", async () => {
  const failing = inTurn("key", async () => Promise.reject(new Error("no")));
  const next = inTurn("key", async () => "yes");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("yes");
});
