import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { refusedHandshake } from "../helpers/native-client.ts";
import { isoTime, refusalOf } from "../helpers/shapes.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startV1, type V1Server } from "../helpers/v1-server.ts";

let v1: V1Server;
beforeAll(async () => {
  v1 = await startV1();
});
afterEach(closeSockets);
afterAll(() => v1.server.close());

const end = (roomId: string) => v1.acme.ask(`/rooms/${roomId}`, { method: "DELETE" });

describe("DELETE /api/v1/rooms/:roomId", () => {
  it("native-app-2: ejects everyone, and lets nobody in from then on", async () => {
    const { acme, server } = v1;
    const roomId = await acme.makeRoom();
    const unused = await acme.admit(roomId, { userId: "cat" });
    const ann = await acme.enter(roomId, { userId: "ann", role: "host" });
    const bob = await acme.enter(roomId, { userId: "bob" });
    await ann.events.next("user-joined");

    expect(await end(roomId)).toMatchObject({ status: 200, body: { roomId, status: "ended", endedAt: isoTime } });
    for (const client of [ann, bob]) {
      expect(await client.events.next("ejected")).toEqual({ reason: "ended" });
      expect(await client.events.ended).toBe("io server disconnect");
      expect(client.events.names).not.toContain("user-left");
    }
    for (const { token } of [unused, ann.entry, bob.entry]) {
      expect(await refusedHandshake(server.url, { token })).toEqual(refusalOf("ROOM_ENDED"));
    }
    const resume = { key: ann.joined.resumeKey, seq: 0 };
    expect(await refusedHandshake(server.url, { token: ann.entry.token, resume })).toEqual(refusalOf("ROOM_ENDED"));
    expect(await acme.ask(`/rooms/${roomId}/join`, { json: { userId: "dan" } })).toMatchObject({
      status: 410,
      body: { error: refusalOf("ROOM_ENDED") },
    });
    expect(await acme.status(roomId)).toEqual({ roomId, status: "ended", participants: [] });
  });

  it("changes nothing a second time", async () => {
    const roomId = await v1.acme.makeRoom();
    const [first, second] = await Promise.all([end(roomId), end(roomId)]);
    expect(first).toMatchObject({ status: 200 });
    expect(second.body).toEqual(first.body);
    expect((await end(roomId)).body).toEqual(first.body);
  });

  it("leaves nobody in it, however they came while it ended", async () => {
    const { acme } = v1;
    const roomId = await acme.makeRoom({ maxParticipants: 100 });
    const entering = Array.from({ length: 12 }, (_, n) =>
      acme.enter(roomId, { userId: `user-${n}` }).then(
        async ({ events }) => events.next("ejected"),
        () => "refused",
      ),
    );
    await Promise.race(entering.map((one) => Promise.race([one, new Promise((resolve) => setImmediate(resolve))])));
    await end(roomId);
    for (const outcome of await Promise.all(entering)) expect([{ reason: "ended" }, "refused"]).toContainEqual(outcome);
    expect((await acme.ask(`/rooms/${roomId}`)).body).toMatchObject({ participants: 0 });
    const { body } = await acme.ask(`/rooms/${roomId}/sessions`);
    for (const session of body.sessions as { endedAt: unknown }[]) expect(session.endedAt).toEqual(isoTime);
  });
});

describe("DELETE /api/v1/rooms/:roomId/participants/:userId", () => {
  it("native-app-3: sends them out, and takes their token back", async () => {
    const { acme, server } = v1;
    const roomId = await acme.makeRoom();
    const ann = await acme.enter(roomId, { userId: "ann" });
    const bob = await acme.enter(roomId, { userId: "bob@example.com" });
    const path = `/rooms/${roomId}/participants/${encodeURIComponent("bob@example.com")}`;
    expect(await acme.ask(path, { method: "DELETE" })).toMatchObject({ status: 204, text: "" });
    expect(await bob.events.next("ejected")).toEqual({ reason: "removed" });
    expect(await ann.events.next("user-left")).toEqual({ userId: "bob@example.com", reason: "removed" });
    expect(await refusedHandshake(server.url, { token: bob.entry.token })).toEqual(refusalOf("REMOVED"));
    expect(await acme.ask(path, { method: "DELETE" })).toMatchObject({
      status: 404,
      body: { error: refusalOf("TARGET_NOT_FOUND") },
    });
    await acme.enter(roomId, { userId: "bob@example.com" });
  });
});
