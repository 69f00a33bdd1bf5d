import { afterAll, beforeAll, expect, it } from "vitest";
import { tokenFor } from "../helpers/app.ts";
import { call } from "../helpers/http.ts";
import { isoTime } from "../helpers/shapes.ts";
import { answer, candidate, offer } from "../helpers/signals.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startV1, type V1Server } from "../helpers/v1-server.ts";

let v1: V1Server;
beforeAll(async () => {
  v1 = await startV1({ TURN_URLS: "turn:turn.example.com", TURN_STATIC_SECRET: "0123456789abcdef0123" });
});
afterAll(async () => {
  closeSockets();
  await v1.server.close();
});

it("goes from a token of the app to two people in a call", async () => {
  const { acme, server } = v1;
  const bearer = { authorization: `Bearer ${await tokenFor(server.url, acme.app)}` };
  const post = (path: string, json: object) => call(`${server.url}/api/v1${path}`, { json, headers: bearer });

  const made = await post("/rooms", { metadata: { order: 4711 }, createdBy: "shop" });
  expect(made).toMatchObject({ status: 201, body: { roomId: expect.stringMatching(/^[0-9a-z]{12}$/) } });
  expect(made.body).toEqual({ roomId: made.body.roomId, status: "waiting" });
  const roomId = made.body.roomId as string;

  const joined = await post(`/rooms/${roomId}/join`, { userId: "ann", name: "Ann", role: "host" });
  expect(joined).toMatchObject({ status: 200 });
  expect(joined.headers.get("cache-control")).toBe("no-store");
  expect(joined.body).toEqual({
    roomId,
    token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    signalingUrl: `${server.url.replace("http", "ws")}/ws`,
    iceServers: [
      {
        urls: ["turn:turn.example.com"],
        username: expect.stringMatching(new RegExp(`^\\d{10}:${acme.app.appId}$`)),
        credential: expect.any(String),
      },
    ],
    ttl: 3600,
  });

  const ann = await acme.enter(roomId, { userId: "ann", name: "Ann", role: "host" });
  expect(ann.joined).toMatchObject({ roomId, self: { userId: "ann", name: "Ann", role: "host" }, participants: [] });
  const bob = await acme.enter(roomId, { userId: "bob" });
  expect(await ann.events.next("user-joined")).toMatchObject({ userId: "bob", name: "bob", role: "participant" });

  await ann.request("webrtc-offer", { to: "bob", offer });
  expect(await bob.events.next("webrtc-offer")).toEqual({ from: "ann", offer });
  await bob.request("webrtc-answer", { to: "ann", answer });
  expect(await ann.events.next("webrtc-answer")).toEqual({ from: "bob", answer });
  await ann.request("ice-candidate", { to: "bob", candidate: candidate(1) });
  expect(await bob.events.next("ice-candidate")).toEqual({ from: "ann", candidate: candidate(1) });
  await bob.request("ice-candidate", { to: "ann", candidate: candidate(2) });
  expect(await ann.events.next("ice-candidate")).toEqual({ from: "bob", candidate: candidate(2) });

  expect(await acme.status(roomId)).toEqual({
    roomId,
    status: "active",
    participants: [
      { userId: "ann", name: "Ann", role: "host", joinedAt: isoTime },
      { userId: "bob", name: "bob", role: "participant", joinedAt: isoTime },
    ],
  });

  await bob.request("leave-room", {});
  expect(await ann.events.next("user-left")).toEqual({ userId: "bob", reason: "left" });
  expect((await acme.status(roomId)).participants.map(({ userId }) => userId)).toEqual(["ann"]);
  await ann.request("leave-room", {});
  expect(await acme.status(roomId)).toEqual({ roomId, status: "waiting", participants: [] });
});
