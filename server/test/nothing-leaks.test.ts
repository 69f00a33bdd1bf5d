import { DatabaseSync } from "node:sqlite";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { call } from "./helpers/http.ts";
import { joinNatively } from "./helpers/native-client.ts";
import { closePairingClients, joinAsPair } from "./helpers/pairing-client.ts";
import { joinAsRoomsClient } from "./helpers/rooms-client.ts";
import { closeSockets } from "./helpers/sockets.ts";
import { startServer, type TestServer } from "./helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function heapAfterGc(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function openSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name.startsWith("TCPSocket")).length;
}

const BATCH = 25;

/** So many come, half through each door, see each other, and leave in every way there is. */
async function visit(roomId: string): Promise<void> {
  const clients = await Promise.all(
    Array.from({ length: BATCH }, (_, n) =>
      n % 2 === 0
        ? joinAsRoomsClient(server.url, { roomId: `${roomId}-${n % 5}`, userId: `u${n}` })
        : joinNatively(server.url, `${roomId}-${n % 5}`),
    ),
  );
  const gone = clients.map((client, n) => {
    if ("ask" in client) {
      if (n % 4 === 0) return client.ask("leave_room", {}).then(() => client.socket.disconnect());
      return client.socket.disconnect();
    }
    return client.request("leave-room", {}).then(() => client.socket.disconnect());
  });
  await Promise.all(gone);
}

/** As many on raw WebSockets, two by two: some say goodbye, some hang up, some are cut off. */
async function visitInPairs(roomId: string): Promise<void> {
  await Promise.all(
    Array.from({ length: BATCH / 2 }, async (_, n) => {
      const [first, second] = await joinAsPair(server.url, `${roomId}-${n}`);
      first.send("leave_room");
      await first.events.next("left_room");
      if (n % 3 > 0) first.socket.close();
      if (n % 3 > 1) second.socket.close();
    }),
  );
  closePairingClients();
}

async function counts() {
  const { rooms, users } = (await call(`${server.url}/health`)).body;
  return { rooms, users };
}

/** Disconnecting is noticed when the server gets to it; HTTP keeps some idle connections for later. */
async function everyoneGone(): Promise<void> {
  await expect.poll(counts, { interval: 5, timeout: 5000 }).toEqual({ rooms: 0, users: 0 });
  await expect.poll(openSockets, { interval: 5, timeout: 5000 }).toBeLessThanOrEqual(2 * BATCH);
}

it("1,000 joins and leaves later the process holds what it held before", { timeout: 120_000 }, async () => {
  for (let round = 0; round < 4; round++) await visit("warm-up");
  closeSockets();
  await everyoneGone();
  const before = heapAfterGc();

  for (let round = 0; round < 1000 / BATCH; round++) {
    await visit(`round-${round % 4}`);
    closeSockets();
  }
  await everyoneGone();
  expect(heapAfterGc() - before).toBeLessThan(4 * 1024 * 1024);

  const database = new DatabaseSync(server.sqlitePath, { readOnly: true });
  const open = database.prepare("select count(*) as n from room_sessions where ended_at is null").get();
  expect(open).toEqual({ n: 0 });
  const sums = database
    .prepare(
      `select r.total_sessions as kept, r.total_duration as lasted, count(s.session_id) as counted,
       sum(s.ended_at - s.started_at) as summed, r.last_used >= max(s.ended_at) as used, max(s.peak_participants) as peak
       from app_rooms r join room_sessions s using (app_id, room_id) group by r.room_id`,
    )
    .all();
  expect(sums).toHaveLength(25);
  for (const { kept, lasted, counted, summed, used, peak } of sums) {
    expect(kept).toBe(counted);
    expect(lasted).toBe(summed);
    expect(used).toBe(1);
    expect(peak).toBeLessThanOrEqual(5);
    expect(peak).toBeGreaterThanOrEqual(1);
  }
  database.close();
});

it("as many on raw WebSockets leave as little", { timeout: 120_000 }, async () => {
  for (let round = 0; round < 10; round++) await visitInPairs("raw-warm-up");
  await everyoneGone();
  const before = heapAfterGc();
  for (let round = 0; round < 1000 / BATCH; round++) await visitInPairs("raw");
  await everyoneGone();
  expect(heapAfterGc() - before).toBeLessThan(4 * 1024 * 1024);
});
