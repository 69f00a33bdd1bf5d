import { limits } from "@chamcall/protocol";
import type { FastifyRequest } from "fastify";
import { Refusal } from "../../../core/errors.ts";

const KEY = new RegExp(`^[\\x21-\\x7e]{1,${limits.idempotencyKey}}$`);

/** The header `Idempotency-Key`, if there is one. Throws BAD_REQUEST for what is none. */
export function requestKey(request: FastifyRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return undefined;
  if (typeof key === "string" && KEY.test(key)) return key;
  throw new Refusal("BAD_REQUEST", {
    message: `The Idempotency-Key must have 1 to ${limits.idempotencyKey} printable characters and no spaces.`,
  });
}
