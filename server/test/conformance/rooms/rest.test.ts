import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { call } from "../../helpers/http.ts";
import { joinAsRoomsClient } from "../../helpers/rooms-client.ts";
import { isoTime } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

it("rooms-rest-1: GET /room/:id/meta tells what a visitor may know, and doesn't make the room", async () => {
  const meta = async () => (await call(`${server.url}/room/sunny-mountain-42/meta`)).body;
  const room = { roomId: "sunny-mountain-42", maxParticipants: 10 };
  for (let n = 0; n < 2; n++) {
    expect(await meta()).toEqual({ ...room, exists: false, passwordEnabled: false, participants: 0 });
  }
  const ann = await joinAsRoomsClient(server.url, { roomId: "sunny-mountain-42", userId: "ann" });
  await ann.ask("set_room_password", { password: "s3cret", hint: "as always" });
  expect(await meta()).toEqual({
    ...room,
    exists: true,
    passwordEnabled: true,
    passwordHint: "as always",
    participants: 1,
  });
});

it("rooms-rest-2: GET /health is alive, with counts", async () => {
  await joinAsRoomsClient(server.url, { roomId: "health", userId: "ann" });
  expect(await call(`${server.url}/health`)).toMatchObject({
    status: 200,
    body: { status: "healthy", rooms: 1, users: 1, timestamp: isoTime },
  });
});
