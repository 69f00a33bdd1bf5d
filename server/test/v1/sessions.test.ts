import type { SessionPage } from "@chamcall/protocol";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isoTime } from "../helpers/shapes.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startV1, type V1Server } from "../helpers/v1-server.ts";

let v1: V1Server;
beforeAll(async () => {
  v1 = await startV1();
});
afterAll(async () => {
  closeSockets();
  await v1.server.close();
});

it("GET /api/v1/rooms/:roomId/sessions has those that are over and the one that goes on, by pages", async () => {
  const { acme } = v1;
  const roomId = await acme.makeRoom();
  const sessions = async (query = "") =>
    (await acme.ask(`/rooms/${roomId}/sessions${query}`)).body as unknown as SessionPage;
  expect(await sessions()).toEqual({ sessions: [] });

  for (let n = 0; n < 2; n++) {
    const ann = await acme.enter(roomId, { userId: "ann" });
    const bob = await acme.enter(roomId, { userId: "bob" });
    await ann.request("leave-room", {});
    await bob.request("leave-room", {});
  }
  await acme.enter(roomId, { userId: "ann" });

  const over = { sessionId: expect.any(String), startedAt: isoTime, endedAt: isoTime, peakParticipants: 2 };
  const all = await sessions();
  expect(all.sessions).toEqual([
    { ...over, endedAt: null, duration: expect.any(Number), peakParticipants: 1 },
    { ...over, duration: expect.any(Number) },
    { ...over, duration: expect.any(Number) },
  ]);
  for (const { startedAt, endedAt, duration } of all.sessions.slice(1)) {
    expect(duration).toBe(Date.parse(endedAt ?? "") - Date.parse(startedAt));
  }
  expect((await acme.ask(`/rooms/${roomId}`)).body).toMatchObject({
    totalSessions: 2,
    totalDuration: all.sessions.slice(1).reduce((sum, { duration }) => sum + duration, 0),
  });

  const first = await sessions("?limit=2");
  const second = await sessions(`?limit=2&cursor=${first.nextCursor}`);
  expect(second).not.toHaveProperty("nextCursor");
  expect([...first.sessions, ...second.sessions].map(({ sessionId }) => sessionId)).toEqual(
    all.sessions.map(({ sessionId }) => sessionId),
  );
});
