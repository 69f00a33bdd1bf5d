import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectNatively, joinNatively } from "../../helpers/native-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { offer } from "../../helpers/signals.ts";
import { ask, closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

describe("a message that isn't one of the protocol", () => {
  it.each(["join-room", "constructor", "__proto__", "toString", "error", "message", "", "user-left"])(
    "native-message-1: UNKNOWN_EVENT for %j",
    async (name) => {
      const ann = await joinNatively(server.url, "unknown");
      expect(await ask(ann.socket, name, {})).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
      ann.socket.emit(name, {});
      expect(await ann.events.next("error")).toEqual(refusalOf("UNKNOWN_EVENT"));
    },
  );

  it.each<[string, unknown]>([
    ["webrtc-offer", { offer: { type: "answer", sdp: "" } }],
    ["webrtc-offer", { offer: "v=0" }],
    ["webrtc-offer", { offer, from: "someone-else" }],
    ["webrtc-offer", { offer: { type: "offer", sdp: "x".repeat(48 * 1024 + 1) } }],
    ["webrtc-answer", {}],
    ["ice-candidate", { candidate: "candidate:1" }],
    ["ice-candidate", { to: 7, candidate: null }],
    ["set-media", { audio: "yes" }],
    ["set-media", { userId: "someone-else", audio: true }],
    ["set-room-password", { password: "" }],
    ["set-room-password", { password: "x".repeat(129) }],
    ["clear-room-password", { roomId: "another" }],
    ["update-room", { maxParticipants: 0 }],
    ["update-room", { maxParticipants: 101 }],
    ["update-room", { passwordHash: "x" }],
    ["remove-participant", {}],
    ["renew-credentials", { ttl: 1 }],
    ["leave-room", []],
    ["leave-room", "now"],
  ])("native-message-2: BAD_REQUEST for %s %j", async (name, data) => {
    const ann = await joinNatively(server.url, "bad");
    const refused = (await ask(ann.socket, name, data)) as { error: { message: string } };
    expect(refused).toEqual({ ok: false, error: refusalOf("BAD_REQUEST") });
    expect(refused.error.message.length).toBeLessThan(300);
  });

  it("native-message-5: doesn't end the connection", async () => {
    const ann = await joinNatively(server.url, "goes-on");
    await ask(ann.socket, "nonsense", { deep: { deep: {} } });
    expect(await ann.request("set-media", { audio: false })).toEqual({ ok: true });
  });
});

describe("renew-credentials", () => {
  it("native-renew-1: answers with a token that enters the room", async () => {
    const ann = await joinNatively(server.url, "renew", { displayName: "Ann" });
    const reply = await ann.request("renew-credentials", {});
    expect(reply).toEqual({ ok: true, token: expect.any(String), iceServers: [], ttl: 3600 });
    const token = "token" in reply ? reply.token : "";
    const again = await connectNatively(server.url, { ...ann.entry, token });
    expect(again.joined.self).toMatchObject({ userId: ann.userId, name: "Ann", role: "host" });
  });
});

describe("a body that is missing", () => {
  it("native-message-4: counts as an empty one", async () => {
    const ann = await joinNatively(server.url, "no-body");
    expect(await ask(ann.socket, "renew-credentials")).toMatchObject({ ok: true });
    expect(await ask(ann.socket, "set-media", null)).toEqual({ ok: true });
    expect(await ask(ann.socket, "leave-room")).toEqual({ ok: true });
  });
});

describe("after leave-room", () => {
  it("native-leave-1: NOT_IN_ROOM for everything", async () => {
    const ann = await joinNatively(server.url, "left");
    await ann.request("leave-room", {});
    const refused = { ok: false, error: refusalOf("NOT_IN_ROOM") };
    expect(await ann.request("webrtc-offer", { offer })).toEqual(refused);
    expect(await ann.request("leave-room", {})).toEqual(refused);
    expect(await ann.request("renew-credentials", {})).toEqual(refused);
  });
});
