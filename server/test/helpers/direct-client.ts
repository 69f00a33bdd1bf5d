import type { Answer, Candidate, Offer, WireError } from "@chamcall/protocol";
import { expect } from "vitest";
import { type DefaultPathClient, openDefaultPathClient } from "./default-path-client.ts";
import { answer, offer } from "./signals.ts";

/** Why something was refused, beside the spec's own fields. */
interface Explained {
  error: string;
  code: string;
  retryAfterMs?: number;
}

/** What a client of the direct spec hears. */
export interface DirectEvents {
  user_registered: { success: true; userId: string } | ({ success: false; userId: string } & Explained);
  incoming_call: { from: string; offer: Offer };
  call_answered: { from: string; answer: Answer };
  call_declined: { from: string };
  call_ended: { from: string; reason: string };
  call_timeout: { user: string };
  call_busy: { targetUser: string };
  call_failed: Explained & { targetUser: string };
  ice_candidate: { from: string; candidate: Candidate };
  force_disconnect: { reason: string };
  error: WireError;
}

export type DirectClient = DefaultPathClient<DirectEvents>;

/** A client of the direct spec on the default path, not registered yet. */
export const openDirectClient = openDefaultPathClient<DirectEvents>;

export interface RegisteredDirectClient extends DirectClient {
  userId: string;
}

/** Comes online under a name, which must succeed. */
export async function registerDirectly(
  url: string,
  userId: string,
  options: Parameters<typeof openDirectClient>[1] = {},
): Promise<RegisteredDirectClient> {
  const client = await openDirectClient(url, options);
  client.send("register_user", { userId });
  expect(await client.events.next("user_registered")).toEqual({ success: true, userId });
  return { ...client, userId };
}

/** Two users of their own, by names that no other test has. */
export async function directPair(url: string): Promise<{ ann: RegisteredDirectClient; bob: RegisteredDirectClient }> {
  const tag = crypto.randomUUID().slice(0, 8);
  return { ann: await registerDirectly(url, `ann-${tag}`), bob: await registerDirectly(url, `bob-${tag}`) };
}

/** Lets one ring the other. */
export async function ring(from: RegisteredDirectClient, to: RegisteredDirectClient): Promise<void> {
  from.send("make_call", { to: to.userId, from: from.userId, offer });
  expect(await to.events.next("incoming_call")).toEqual({ from: from.userId, offer });
}

/** Lets the two talk. */
export async function talk(from: RegisteredDirectClient, to: RegisteredDirectClient): Promise<void> {
  await ring(from, to);
  to.send("answer_call", { to: from.userId, from: to.userId, answer });
  expect(await from.events.next("call_answered")).toEqual({ from: to.userId, answer });
}

/** All that was under way to this client has arrived. */
export async function settled(client: RegisteredDirectClient): Promise<void> {
  expect(await client.ask("end_call", { to: "nobody" })).toEqual({ ok: true });
}

/** Matches a `call_failed` with this code and a sentence. */
export function callFailed(code: string, targetUser: string, details: object = {}): object {
  return { error: expect.stringMatching(/\w/), code, targetUser, ...details };
}
