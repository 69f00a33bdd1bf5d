import type { CallRoom, Events, Reply, RequestName, Requests, SignInReply } from "@chamcall/protocol";
import type { Socket } from "socket.io-client";
import { expect } from "vitest";
import { call } from "./http.ts";
import { Recorder } from "./recorder.ts";
import { ask, connected, openSocket } from "./sockets.ts";

/** A user who is online by the native protocol, on one device. */
export interface UserClient {
  socket: Socket;
  events: Recorder<Events>;
  identity: SignInReply;
  online: Events["online"];
  userId: string;
  request<N extends RequestName>(name: N, data: Requests[N]): Promise<Reply<N>>;
}

/** `POST /user/:userId/sign-in`, which must succeed. */
export async function signIn(
  url: string,
  userId: string,
  body: { displayName?: string; userKey?: string } = {},
): Promise<SignInReply> {
  const answer = await call(`${url}/user/${encodeURIComponent(userId)}/sign-in`, { json: body });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as unknown as SignInReply;
}

/** Connects one device of a user and waits for `online`. */
export async function connectUser(url: string, identity: SignInReply, auth: object = {}): Promise<UserClient> {
  const socket = openSocket(url, { path: "/ws", auth: { token: identity.token, ...auth } });
  const events = new Recorder<Events>(socket);
  await connected(socket);
  return {
    socket,
    events,
    identity,
    online: await events.next("online"),
    userId: identity.userId,
    request: (name, data) => ask(socket, name, data) as Promise<Reply<typeof name>>,
  };
}

export async function signInAndConnect(
  url: string,
  userId: string,
  body: { displayName?: string; userKey?: string } = {},
  auth: object = {},
): Promise<UserClient> {
  return connectUser(url, await signIn(url, userId, body), auth);
}

/** All that was under way to this client has arrived. */
export async function settled(client: UserClient): Promise<void> {
  await client.request("renew-credentials", {});
}

/** Two users of their own, by names that no other test has. */
export async function userPair(url: string, auth: object = {}): Promise<{ ann: UserClient; bob: UserClient }> {
  const tag = crypto.randomUUID().slice(0, 8);
  return {
    ann: await signInAndConnect(url, `ann-${tag}`, { displayName: "Ann" }, auth),
    bob: await signInAndConnect(url, `bob-${tag}`, { displayName: "Bob" }, auth),
  };
}

/** Lets one invite the other, and waits until it rings there; the call's id. */
export async function invite(from: UserClient, to: UserClient): Promise<string> {
  const reply = await from.request("call-invite", { to: to.userId });
  expect(reply).toEqual({ ok: true, callId: expect.any(String), timeoutMs: expect.any(Number) });
  const { callId } = await to.events.next("call-incoming");
  expect(reply).toMatchObject({ callId });
  return callId;
}

/** Lets the other accept too; each with the room they go on in. */
export async function startCall(
  from: UserClient,
  to: UserClient,
): Promise<{ callId: string; callers: CallRoom; callees: CallRoom }> {
  const callId = await invite(from, to);
  expect(await to.request("call-accept", { callId })).toEqual({ ok: true });
  const [{ room: callers }, { room: callees }] = [
    await from.events.next("call-accepted"),
    await to.events.next("call-accepted"),
  ];
  return { callId, callers, callees };
}
