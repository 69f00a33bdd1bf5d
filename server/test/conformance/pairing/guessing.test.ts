import { afterAll, beforeAll, expect, it } from "vitest";
import { pairingRest } from "../../helpers/pairing-rest.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ TRUST_PROXY: "127.0.0.1" });
});
afterAll(() => server.close());

const LIMITED = { error: "rate_limited", message: expect.stringMatching(/Wait/) };

async function guess(rest: ReturnType<typeof pairingRest>, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n++) statuses.push((await rest.accept(`guess ${n}`)).status);
  return statuses;
}

it("pairing-rest-16: asking about 30 codes that aren't one's own makes an address wait just so", async () => {
  const rest = pairingRest(server.url, "203.0.113.30");
  await rest.create("mine");
  for (let n = 0; n < 30; n++) expect((await rest.check("mine", `guess-${n}`)).status).toBe(404);
  expect((await rest.check("mine", "client1")).status).toBe(429);
  expect((await pairingRest(server.url, "203.0.113.31").check("mine", "client1")).status).toBe(204);
});

it("pairing-rest-16: after 30 codes that lead nowhere an address waits, the right code too", async () => {
  const rest = pairingRest(server.url, "203.0.113.1");
  await rest.create("right");
  expect(new Set(await guess(rest, 30))).toEqual(new Set([404]));
  const refused = await rest.accept("right");
  expect([refused.status, refused.body]).toEqual([429, LIMITED]);
  expect(refused.headers.get("retry-after")).toBe("1");
  expect((await rest.check("right", "client1")).status).toBe(204);
  expect((await pairingRest(server.url, "203.0.113.2").accept("right")).status).toBe(200);
});

it("pairing-rest-16: the wait doubles, and ends", async () => {
  const rest = pairingRest(server.url, "203.0.113.3");
  await guess(rest, 30);
  const nextGuess = async () => (await rest.accept("guess")).status;
  await expect.poll(nextGuess, { interval: 100, timeout: 5000 }).toBe(404);
  expect((await rest.accept("guess")).headers.get("retry-after")).toBe("2");
});

it("pairing-rest-16: many guesses at once count as many", async () => {
  const rest = pairingRest(server.url, "203.0.113.4");
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => rest.accept(`at once ${n}`)));
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(30);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
});

it("pairing-rest-16: only codes that lead nowhere count, and one that leads somewhere forgives", async () => {
  const rest = pairingRest(server.url, "203.0.113.5");
  for (let round = 0; round < 3; round++) {
    await guess(rest, 29);
    await rest.create(`round ${round}`);
    expect((await rest.accept(`round ${round}`)).status).toBe(200);
  }
  for (let n = 0; n < 40; n++) expect((await rest.accept("round 0")).status).toBe(409);
});

it("pairing-rest-16: but not for ever: finding one's own codes is no way to go on guessing", async () => {
  const rest = pairingRest(server.url, "203.0.113.6");
  const rounds: number[][] = [];
  for (let round = 0; round < 11; round++) {
    rounds.push(await guess(rest, 29));
    await rest.create(`own ${round}`);
    await rest.accept(`own ${round}`);
  }
  expect(new Set(rounds.slice(0, 10).flat())).toEqual(new Set([404]));
  expect(rounds[10]).toContain(429);
});

it("pairing-rest-17: an address makes as many codes as it may join, so that conflicts find nothing out", async () => {
  const own = await startServer({ JOIN_RATE: "3" });
  const rest = pairingRest(own.url);
  for (let n = 0; n < 3; n++) expect((await rest.create(`code ${n}`)).status).toBe(201);
  const refused = await rest.create("code 3");
  expect([refused.status, refused.body]).toEqual([429, LIMITED]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await own.close();
});
