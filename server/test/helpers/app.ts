import { expect } from "vitest";
import type { TenantApp } from "../../src/core/apps/app.ts";
import { type Answer, call } from "./http.ts";

/** An app without limits or origins. */
export function appOf(appId: string, more: Partial<TenantApp> = {}): TenantApp {
  return {
    appId,
    name: `Name of ${appId}`,
    createdAt: 1000,
    disabledAt: null,
    allowedOrigins: [],
    limits: { maxRooms: null, maxParticipants: null, joinRate: null },
    ...more,
  };
}

/** What servers under test are told by ADMIN_TOKEN. */
export const ADMIN_TOKEN = "the-operator-of-the-test";

/** One request of the operator. */
export function asAdmin(url: string, path = "", init: RequestInit & { json?: unknown } = {}): Promise<Answer> {
  return call(`${url}/api/admin/v1/apps${path}`, { ...init, headers: { authorization: `Bearer ${ADMIN_TOKEN}` } });
}

/** An app of a running server, with its secret. */
export interface TestApp {
  appId: string;
  appSecret: string;
}

/** Makes an app by REST. */
export async function makeApp(url: string, more: object = {}): Promise<TestApp> {
  const answer = await asAdmin(url, "", { json: { name: "Acme", ...more } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as unknown as TestApp;
}

/** `POST /api/v1/auth/token`. */
export function askForToken(url: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  return call(`${url}/api/v1/auth/token`, { json: body, headers });
}

/** The token of an app, or of one of its users; must succeed. */
export async function tokenFor(url: string, app: TestApp, user?: { id: string; name?: string }): Promise<string> {
  const { appId, appSecret } = app;
  const answer = await askForToken(url, { appId, appSecret, ...(user ? { user } : {}) });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.token as string;
}
