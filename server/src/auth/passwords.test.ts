import { expect, it } from "vitest";
import { createPasswords } from "./passwords.ts";

const passwords = createPasswords();

it("keeps argon2id hashes, salted", async () => {
  const [one, two] = await Promise.all([passwords.hash("s3cret"), passwords.hash("s3cret")]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(two).not.toBe(one);
  expect(await passwords.verify("s3cret", two)).toBe(true);
  expect(await passwords.verify("S3cret", one)).toBe(false);
  expect(await passwords.verify("s3cret ", one)).toBe(false);
});

it("takes the same text for the same, however it is composed", async () => {
  expect(await passwords.verify("cafe\u0301", await passwords.hash("caf\u00e9"))).toBe(true);
});

it.each(["", "plain", "$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA", "$argon2id$v=19$m=0,t=0,p=0$AAAA$AAAA"])(
  "refuses to read %j",
  async (hash) => {
    await expect(passwords.verify("s3cret", hash)).rejects.toThrow("stored password hash");
  },
);
