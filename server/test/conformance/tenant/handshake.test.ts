import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SignJWT, UnsecuredJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectNatively, enterNatively, joinNatively, refusedHandshake } from "../../helpers/native-client.ts";
import { isoTime, refusalOf, roomInfoOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ TURN_URLS: "turn:turn.example.com", TURN_STATIC_SECRET: "a-secret-of-the-test" });
});
afterEach(closeSockets);
afterAll(() => server.close());

describe("a handshake with a room token", () => {
  it("native-join-2: takes the seat and tells who and what is there", async () => {
    const first = await joinNatively(server.url, "welcome", { displayName: "Ann" });
    expect(first.joined).toEqual({
      roomId: "welcome",
      self: {
        userId: first.userId,
        name: "Ann",
        role: "host",
        joinedAt: isoTime,
        audio: true,
        video: true,
        screen: false,
        instanceId: expect.any(String),
      },
      participants: [],
      iceServers: [
        {
          urls: ["turn:turn.example.com"],
          username: expect.stringMatching(/^\d+:public$/),
          credential: expect.any(String),
        },
      ],
      ttl: 3600,
      room: roomInfoOf("welcome"),
      resumeKey: expect.stringMatching(/^[\w-]{20,}$/),
      resumeWindowMs: 10_000,
    });
    expect(first.events.all[0]?.name).toBe("joined-room");
    expect(first.events.all[0]?.seq).toBeUndefined();
  });

  it("native-join-2: lists the others in the order they came", async () => {
    const ann = await joinNatively(server.url, "order", { displayName: "Ann" });
    const bob = await joinNatively(server.url, "order", { displayName: "Bob" });
    const cem = await joinNatively(server.url, "order", { displayName: "Cem" });
    expect(cem.joined.participants).toEqual([ann.joined.self, bob.joined.self]);
    expect(bob.joined.self.role).toBe("participant");
  });

  it("native-join-4: shows others the media and instance that it carries", async () => {
    const ann = await joinNatively(server.url, "media");
    const media = { audio: false, video: true, screen: true };
    const bob = await joinNatively(server.url, "media", {}, { instanceId: "page-1", media });
    expect(await ann.events.next("user-joined")).toMatchObject({ userId: bob.userId, instanceId: "page-1", ...media });
  });

  it("native-connect-2: takes nothing from fields that it doesn't know", async () => {
    const entry = await enterNatively(server.url, "own-room");
    const intruder = { type: "join", appId: "other-app", roomId: "other-room", userId: "victim", name: "Mallory" };
    const client = await connectNatively(server.url, entry, intruder);
    expect(client.joined.roomId).toBe("own-room");
    expect(client.joined.self.userId).toBe(entry.userId);
  });
});

describe("a handshake that is refused", () => {
  const secret = () => new TextEncoder().encode(readFileSync(join(server.dataDir, "jwt-secret"), "utf8"));
  const claims = { app: "public", room: "forged", name: "Mallory", role: "host", permissions: [] };
  const token = (header = { alg: "HS256", typ: "room+jwt" }) =>
    new SignJWT(claims)
      .setProtectedHeader(header)
      .setIssuer("chamcall")
      .setAudience("chamcall:room")
      .setSubject("mallory")
      .setJti("entry")
      .setIssuedAt()
      .setExpirationTime("1h");

  it("native-connect-1: is not refused for a token made as this server makes them", async () => {
    await enterNatively(server.url, "forged");
    const entry = await enterNatively(server.url, "forged", { userId: "mallory" });
    const client = await connectNatively(server.url, { ...entry, token: await token().sign(secret()) });
    expect(client.joined.self).toMatchObject({ userId: "mallory", role: "host" });
  });

  it.each<[string, () => string | Promise<string>]>([
    ["no token at all", () => "nonsense"],
    ["another key", () => token().sign(new TextEncoder().encode("x".repeat(32)))],
    ["an expired token", () => token().setExpirationTime("-1s").sign(secret())],
    ["another audience", () => token().setAudience("chamcall:app").sign(secret())],
    ["another issuer", () => token().setIssuer("someone").sign(secret())],
    ["another type", () => token({ alg: "HS256", typ: "JWT" }).sign(secret())],
    ["another algorithm", () => token({ alg: "HS512", typ: "room+jwt" }).sign(secret())],
    ["a token not valid yet", () => token().setNotBefore("1h").sign(secret())],
    ["no signature", () => new UnsecuredJWT(claims).setIssuer("chamcall").setAudience("chamcall:room").encode()],
    [
      "no expiry",
      () =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: "HS256", typ: "room+jwt" })
          .setIssuer("chamcall")
          .setAudience("chamcall:room")
          .setSubject("mallory")
          .setJti("entry")
          .sign(secret()),
    ],
    [
      "no subject",
      () =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: "HS256", typ: "room+jwt" })
          .setIssuer("chamcall")
          .setAudience("chamcall:room")
          .setExpirationTime("1h")
          .sign(secret()),
    ],
  ])("native-connect-1: UNAUTHORIZED for %s", async (_, craft) => {
    expect(await refusedHandshake(server.url, { token: await craft() })).toEqual(refusalOf("UNAUTHORIZED"));
  });

  it("native-connect-1: UNAUTHORIZED for a token whose payload was changed", async () => {
    const { token: genuine } = await enterNatively(server.url, "tampered");
    const [header, payload, signature] = genuine.split(".");
    const changed = { ...JSON.parse(Buffer.from(payload ?? "", "base64url").toString()), room: "elsewhere" };
    const forged = [header, Buffer.from(JSON.stringify(changed)).toString("base64url"), signature].join(".");
    expect(await refusedHandshake(server.url, { token: forged })).toEqual(refusalOf("UNAUTHORIZED"));
  });

  it.each<[string, object]>([
    ["nothing", {}],
    ["a token that is no text", { token: 5 }],
    ["an empty token", { token: "" }],
    ["a huge token", { token: "x".repeat(5000) }],
    ["a resume without its number", { token: "x", resume: { key: "k" } }],
    ["a resume with a negative number", { token: "x", resume: { key: "k", seq: -1 } }],
    ["half a media state", { token: "x", media: { audio: true } }],
  ])("native-connect-2: BAD_REQUEST for %s", async (_, auth) => {
    expect(await refusedHandshake(server.url, auth)).toEqual(refusalOf("BAD_REQUEST"));
  });

  it("native-join-6: NOT_FOUND for a room that doesn't exist", async () => {
    const orphan = await new SignJWT({ ...claims, room: "never-made" })
      .setProtectedHeader({ alg: "HS256", typ: "room+jwt" })
      .setIssuer("chamcall")
      .setAudience("chamcall:room")
      .setSubject("mallory")
      .setJti("entry")
      .setExpirationTime("1h")
      .sign(secret());
    expect(await refusedHandshake(server.url, { token: orphan })).toEqual(refusalOf("NOT_FOUND"));
  });

  it("native-join-5: ROOM_FULL with the limit when the seats are gone", async () => {
    const host = await joinNatively(server.url, "tight");
    const late = await enterNatively(server.url, "tight");
    await host.request("update-room", { maxParticipants: 1 });
    expect(await refusedHandshake(server.url, { token: late.token })).toEqual(
      refusalOf("ROOM_FULL", { maxParticipants: 1 }),
    );
  });

  it("native-connect-3: leaves no seat behind", async () => {
    const host = await joinNatively(server.url, "no-trace");
    await refusedHandshake(server.url, { token: "nonsense" });
    const next = await joinNatively(server.url, "no-trace");
    expect(next.joined.participants.map(({ userId }) => userId)).toEqual([host.userId]);
  });
});
