import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ticketFor } from "./ticket-for.ts";

const options = { serverUrl: "http://127.0.0.1:1", roomId: "r", displayName: "Ada" };
const reply = { roomId: "r", token: "t1", userId: "u1", signalingUrl: "ws://127.0.0.1:1/ws", iceServers: [], ttl: 60 };
const fetched = vi.fn();

const answer = (more: object) => fetched.mockResolvedValueOnce(Response.json({ ...reply, ...more }));
const bodies = () => fetched.mock.calls.map(([, init]) => JSON.parse(init.body));

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => void vi.unstubAllGlobals());

it("hands out the key of a room that it created, at once, and comes back with it", async () => {
  const onOwnerKey = vi.fn();
  answer({ ownerKey: "k" });
  const ticket = await ticketFor({ ...options, onOwnerKey });
  expect(onOwnerKey.mock.calls).toEqual([["k"]]);
  expect(ticket.ownerKey).toBe("k");
  answer({ token: "t2" });
  expect(await ticket.again?.()).toMatchObject({ token: "t2" });
  expect(bodies()).toEqual([
    { displayName: "Ada", unlisted: true },
    { displayName: "Ada", unlisted: true, ownerKey: "k", userId: "u1" },
  ]);
  expect(onOwnerKey).toHaveBeenCalledOnce();
});

it("hands out no key for a room that was there", async () => {
  const onOwnerKey = vi.fn();
  answer({});
  await ticketFor({ ...options, onOwnerKey });
  expect(onOwnerKey).not.toHaveBeenCalled();
});

it("leaves the app's token to the app, unless it is told to ask for another", async () => {
  const kept = { ...options, token: "kept", password: "p", ownerKey: "k", userId: "mine" };
  expect((await ticketFor(kept)).again).toBeUndefined();
  const ticket = await ticketFor({ ...kept, rejoin: true });
  expect(ticket).toMatchObject({ token: "kept", signalingUrl: "ws://127.0.0.1:1/ws" });
  expect(fetched).not.toHaveBeenCalled();
  answer({ token: "t2" });
  expect(await ticket.again?.()).toMatchObject({ token: "t2" });
  answer({ token: "t3" });
  await ticket.again?.("seated");
  const body = { displayName: "Ada", unlisted: true, password: "p", ownerKey: "k" };
  expect(bodies()).toEqual([
    { ...body, userId: "mine" },
    { ...body, userId: "seated" },
  ]);
});
