import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { call } from "../helpers/http.ts";
import { connectNatively, enterNatively, joinNatively } from "../helpers/native-client.ts";
import { joinAsRoomsClient, openRoomsClient } from "../helpers/rooms-client.ts";
import { refusalOf } from "../helpers/shapes.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ MAX_PARTICIPANTS: "7" });
});
afterEach(closeSockets);
afterAll(() => server.close());

const ROOM_FULL = refusalOf("ROOM_FULL", { maxParticipants: 7 });

async function enters(roomId: string, n: number): Promise<boolean> {
  if (n % 2 === 0) {
    const client = await openRoomsClient(server.url);
    const reply = await client.ask("join_room", { roomId, userId: `rooms-${n}`, displayName: "R" });
    if (JSON.stringify(reply) === '{"ok":true}') return true;
    expect(reply).toEqual({ ok: false, error: ROOM_FULL });
    return false;
  }
  const { status, body } = await call(`${server.url}/room/${roomId}/join`, { json: { displayName: "N" } });
  if (status !== 200) {
    expect({ status, body }).toEqual({ status: 409, body: { error: ROOM_FULL } });
    return false;
  }
  return connectNatively(server.url, body as never).then(
    () => true,
    (refused: unknown) => {
      expect(refused).toMatchObject({ data: ROOM_FULL });
      return false;
    },
  );
}

it("native-join-5: holds exactly its limit when 50 come at once through both doors", async () => {
  const seats = await Promise.all(Array.from({ length: 50 }, (_, n) => enters("rush", n)));
  expect(seats.filter(Boolean)).toHaveLength(7);
  expect((await call(`${server.url}/room/rush/meta`)).body).toMatchObject({ participants: 7 });
});

it("native-join-5: holds exactly its limit when 50 tokens are used at once", async () => {
  const entries = await Promise.all(Array.from({ length: 50 }, () => enterNatively(server.url, "tokens")));
  const seats = await Promise.allSettled(entries.map((entry) => connectNatively(server.url, entry)));
  expect(seats.filter(({ status }) => status === "fulfilled")).toHaveLength(7);
});

it("gives a seat that was left to the next", async () => {
  const roomId = "next";
  const clients = await Promise.all(
    Array.from({ length: 7 }, (_, n) => joinAsRoomsClient(server.url, { roomId, userId: `u${n}` })),
  );
  const late = await openRoomsClient(server.url);
  const join = { roomId, userId: "late", displayName: "Late" };
  expect(await late.ask("join_room", join)).toMatchObject({ ok: false });
  await clients[3]?.ask("leave_room", {});
  expect(await late.ask("join_room", join)).toEqual({ ok: true });
});

it("one of 50 who create a room at once owns it", async () => {
  const entries = await Promise.all(Array.from({ length: 50 }, () => enterNatively(server.url, "created-once")));
  const owners = entries.filter(({ ownerKey }) => ownerKey !== undefined);
  expect(owners).toHaveLength(1);
  const host = await connectNatively(server.url, owners[0] ?? expect.unreachable());
  expect(host.joined.self.role).toBe("host");
});

it("native-host-3: a room whose limit is lowered keeps who is there and takes nobody else", async () => {
  const host = await joinNatively(server.url, "lowered");
  await joinNatively(server.url, "lowered");
  await joinNatively(server.url, "lowered");
  await host.request("update-room", { maxParticipants: 1 });
  expect((await call(`${server.url}/room/lowered/meta`)).body).toMatchObject({ participants: 3, maxParticipants: 1 });
  expect(await call(`${server.url}/room/lowered/join`, { json: { displayName: "x" } })).toMatchObject({ status: 409 });
});
