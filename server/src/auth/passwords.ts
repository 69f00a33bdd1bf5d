import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import pLimit from "p-limit";
import type { Passwords } from "../core/ports.ts";

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19456, passes: 2, parallelism: 1, tagLength: 32 };
const derive = promisify(argon2);

/** argon2id, kept as a PHC string. At most two at a time, so that guessing can't starve the calls. */
export function createPasswords(): Passwords {
  const limit = pLimit(2);
  const tagOf = (password: string, nonce: Buffer, cost: typeof COST) =>
    limit(() => derive("argon2id", { ...cost, message: password.normalize("NFKC"), nonce }));

  return {
    async hash(password) {
      const nonce = randomBytes(16);
      const tag = await tagOf(password, nonce, COST);
      return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(tag)}`;
    },
    async verify(password, hash) {
      const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
      if (!parts) throw new Error("stored password hash is not argon2id");
      const [memory, passes, parallelism] = parts.slice(1, 4).map(Number);
      const [nonce, expected] = parts.slice(4).map((part) => Buffer.from(part, "base64"));
      if (!memory || !passes || !parallelism || !nonce || !expected) throw new Error("stored password hash is damaged");
      const tag = await tagOf(password, nonce, { memory, passes, parallelism, tagLength: expected.length });
      return timingSafeEqual(tag, expected);
    },
  };
}

/** PHC strings carry base64 without padding. */
function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
