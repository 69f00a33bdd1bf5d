import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../helpers/shapes.ts";
import { startV1, type V1Server } from "../helpers/v1-server.ts";

let v1: V1Server;
beforeAll(async () => {
  v1 = await startV1();
});
afterAll(() => v1.server.close());

describe("Idempotency-Key on POST /api/v1/rooms", () => {
  const create = (key: string, json: object, client = v1.acme) =>
    client.ask("/rooms", { json, headers: { "idempotency-key": key } });

  it("makes one room when 20 ask at once, and again later", async () => {
    const app = await v1.newApp();
    const answers = await Promise.all(Array.from({ length: 20 }, () => create("once", { metadata: { n: 1 } }, app)));
    const [first] = answers;
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 201, body: first?.body });
    await app.ask(`/rooms/${first?.body.roomId}`, { method: "DELETE" });
    expect((await create("once", { metadata: { n: 1 } }, app)).body).toEqual(first?.body);
    expect((await app.ask("/rooms")).body.rooms).toHaveLength(1);
  });

  it("IDEMPOTENCY_MISMATCH for another body", async () => {
    await create("same", { createdBy: "ann" });
    expect(await create("same", { createdBy: "bob" })).toMatchObject({
      status: 422,
      body: { error: refusalOf("IDEMPOTENCY_MISMATCH") },
    });
  });

  it("is each app's own, and each key makes a room of its own", async () => {
    const other = await v1.newApp();
    const rooms = [await create("k-1", {}), await create("k-2", {}), await create("k-1", {}, other)];
    expect(new Set(rooms.map(({ body }) => body.roomId)).size).toBe(3);
  });

  it("keeps no refusal", async () => {
    const small = await v1.newApp({ limits: { maxRooms: 1 } });
    const roomId = await small.makeRoom();
    expect(await create("later", {}, small)).toMatchObject({ status: 409 });
    await small.ask(`/rooms/${roomId}`, { method: "DELETE" });
    expect(await create("later", {}, small)).toMatchObject({ status: 201 });
    expect(await create("later", {}, small)).toMatchObject({ status: 201 });
  });

  it.each(["", "a b", "x".repeat(256)])("BAD_REQUEST for the key %.20j", async (key) => {
    expect(await create(key, {})).toMatchObject({ status: 400, body: { error: refusalOf("BAD_REQUEST") } });
  });
});
