import { beforeEach, expect, test, vi } from "vitest";
import type { Attention } from "./attention.ts";
import { codeLifeMs, createCodeOffer, type OfferState } from "./code-offer.ts";
import type { PairingApi } from "./pairing-api.ts";
import type { PairingProblem, PairingRefusal } from "./pairing-problem.ts";

type Checked = Awaited<ReturnType<PairingApi["check"]>>;

const here = Date.UTC(2030, 0, 1, 12);
const waiting: Checked = { outcome: "waiting" };
const paired: Checked = { outcome: "paired", roomId: "room-1" };
const refusal = (problem: PairingProblem, retryAfterMs?: number): PairingRefusal => ({
  outcome: "refused",
  problem,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

beforeEach(() => {
  vi.useFakeTimers({ now: here });
  return () => void vi.useRealTimers();
});

function fakeAttention() {
  const listeners = new Set<() => void>();
  let level: ReturnType<Attention["get"]> = "watching";
  const attention: Attention = {
    get: () => level,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const become = (next: typeof level) => {
    level = next;
    for (const listener of [...listeners]) listener();
  };
  return { attention, become, listeners };
}

function setUp({ created = [], clock = async () => 0 }: Partial<Fakes> = {}) {
  const answers: Checked[] = [];
  const create = vi.fn<PairingApi["create"]>(async () => created.shift() ?? { outcome: "created" });
  const check = vi.fn<PairingApi["check"]>(async () => answers.shift() ?? waiting);
  const page = fakeAttention();
  const codes = ["AAAA1111", "BBBB2222", "CCCC3333"];
  const offer = createCodeOffer({
    api: { create, check },
    clockOffset: clock,
    attention: page.attention,
    makeCode: () => codes.shift() ?? "ZZZZ9999",
  });
  const seen: OfferState["state"][] = [];
  offer.subscribe(() => seen.push(offer.get().state));
  const start = async () => {
    offer.start();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { offer, create, check, answers, page, seen, start, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}
interface Fakes {
  created: ({ outcome: "created" } | PairingRefusal)[];
  clock: () => Promise<number | undefined>;
}

test("asks for a code by the server's clock, shows it by the device's, and is paired when it is accepted", async () => {
  const { offer, create, check, answers, seen, start, pass } = setUp({ clock: async () => -3_600_000 });
  expect(offer.get()).toEqual({ state: "asking" });
  await start();
  expect(create).toHaveBeenCalledWith("AAAA1111", here + codeLifeMs - 3_600_000, expect.any(AbortSignal));
  expect(offer.get()).toEqual({ state: "showing", code: "AAAA1111", until: here + codeLifeMs, contact: "kept" });
  await pass(1499);
  expect(check).not.toHaveBeenCalled();
  await pass(1);
  expect(check).toHaveBeenCalledWith("AAAA1111", expect.any(AbortSignal));
  answers.push(paired);
  await pass(1500);
  expect(offer.get()).toEqual({ state: "paired", roomId: "room-1" });
  await pass(codeLifeMs);
  expect(check).toHaveBeenCalledTimes(2);
  expect(seen).toEqual(["asking", "showing", "paired"]);
});

test("a code that is in use is exchanged without a word", async () => {
  const { offer, create, seen, start } = setUp({ created: [refusal("conflict"), refusal("conflict")] });
  await start();
  expect(create).toHaveBeenCalledTimes(3);
  expect(offer.get()).toMatchObject({ state: "showing", code: "CCCC3333" });
  expect(seen).toEqual(["asking", "showing"]);
});

test("does not try codes for ever", async () => {
  const { offer, create, start } = setUp({ created: Array.from({ length: 9 }, () => refusal("conflict")) });
  await start();
  expect(create).toHaveBeenCalledTimes(5);
  expect(offer.get()).toEqual({ state: "refused", problem: "failed" });
});

test("says why there is no code, and starts over when asked to", async () => {
  const { offer, start } = setUp({ created: [refusal("rate-limited", 4000)] });
  await start();
  expect(offer.get()).toEqual({ state: "refused", problem: "rate-limited", retryAt: here + 4000 });
  await start();
  expect(offer.get()).toMatchObject({ state: "showing", code: "BBBB2222" });
});

test("a server that tells no time is unreachable", async () => {
  const { offer, create, start } = setUp({ clock: async () => undefined });
  await start();
  expect(offer.get()).toEqual({ state: "refused", problem: "unreachable" });
  expect(create).not.toHaveBeenCalled();
});

test("expires at its end after a last question, and stays so", async () => {
  const { offer, check, start, pass } = setUp();
  await start();
  await pass(codeLifeMs - 501);
  expect(offer.get().state).toBe("showing");
  const before = check.mock.calls.length;
  await pass(1);
  expect(check).toHaveBeenCalledTimes(before + 1);
  expect(offer.get()).toEqual({ state: "expired" });
  await pass(codeLifeMs);
  expect(check).toHaveBeenCalledTimes(before + 1);
});

test("one accepted in the last moment pairs", async () => {
  const { offer, answers, page, start, pass } = setUp();
  page.become("hidden");
  await start();
  await pass(codeLifeMs - 600);
  answers.push(paired);
  await pass(100);
  expect(offer.get()).toEqual({ state: "paired", roomId: "room-1" });
});

test("a code that the server knows no more has expired", async () => {
  const { offer, answers, start, pass } = setUp();
  await start();
  answers.push(refusal("not-found"));
  await pass(1500);
  expect(offer.get()).toEqual({ state: "expired" });
});

test("asks less while the server doesn't answer, says so, and goes on when it does", async () => {
  const { offer, check, answers, start, pass } = setUp();
  await start();
  answers.push(refusal("unreachable"), refusal("unreachable"));
  await pass(1500);
  expect(offer.get()).toMatchObject({ state: "showing", contact: "lost" });
  await pass(3000);
  expect(check).toHaveBeenCalledTimes(2);
  await pass(5999);
  expect(check).toHaveBeenCalledTimes(2);
  await pass(1);
  expect(check).toHaveBeenCalledTimes(3);
  expect(offer.get()).toMatchObject({ state: "showing", contact: "kept" });
});

test("waits as long as the server wants", async () => {
  const { offer, check, answers, start, pass } = setUp();
  await start();
  answers.push(refusal("rate-limited", 20_000));
  await pass(1500);
  expect(offer.get()).toMatchObject({ state: "showing", contact: "kept" });
  await pass(19_999);
  expect(check).toHaveBeenCalledTimes(1);
  await pass(1);
  expect(check).toHaveBeenCalledTimes(2);
});

test("asks less while nobody looks, and at once when someone does again", async () => {
  const { check, page, start, pass } = setUp();
  await start();
  page.become("hidden");
  await pass(0);
  expect(check).toHaveBeenCalledTimes(1);
  await pass(5999);
  expect(check).toHaveBeenCalledTimes(1);
  page.become("watching");
  await pass(0);
  expect(check).toHaveBeenCalledTimes(2);
  await pass(1500);
  expect(check).toHaveBeenCalledTimes(3);
});

test("stops for good, whatever is still on its way", async () => {
  const { offer, check, page, seen, start, pass } = setUp();
  await start();
  let answer: (checked: Checked) => void = () => {};
  check.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  await pass(1500);
  offer.stop();
  answer(paired);
  await pass(codeLifeMs);
  expect(check).toHaveBeenCalledTimes(1);
  expect(seen).toEqual(["asking", "showing"]);
  expect(page.listeners.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
