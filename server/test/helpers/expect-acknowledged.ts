import { errors } from "@chamcall/protocol";
import { expect } from "vitest";

/** An acknowledgement: done, or refused with a code of the table and a sentence. */
export function expectAcknowledged(body: unknown): void {
  if (typeof body === "object" && body !== null && "ok" in body && body.ok === true) return;
  expect(body).toMatchObject({ ok: false, error: { message: expect.any(String) } });
  const { code } = (body as { error: { code: string } }).error;
  expect(Object.keys(errors)).toContain(code);
}
