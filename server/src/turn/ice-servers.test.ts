import { expect, it } from "vitest";
import { createIceServers } from "./ice-servers.ts";

const settings = { stunUrls: [], turnUrls: [], secret: undefined, ttlSeconds: 3600 };

it("is nothing where nothing is set", () => {
  expect(createIceServers(settings)("app", 0)).toEqual([]);
});

it("gives STUN servers as they are", () => {
  const urls = ["stun:a.example", "stun:b.example"];
  expect(createIceServers({ ...settings, stunUrls: urls })("app", 0)).toEqual([{ urls }]);
});

it("gives TURN credentials by coturn's scheme", () => {
  const servers = createIceServers({
    ...settings,
    stunUrls: ["stun:a.example"],
    turnUrls: ["turn:t.example", "turns:t.example"],
    secret: "north",
  })("acme", 1_700_000_000_999);
  expect(servers).toEqual([
    { urls: ["stun:a.example"] },
    {
      urls: ["turn:t.example", "turns:t.example"],
      username: "1700003600:acme",
      // printf 1700003600:acme | openssl dgst -sha1 -hmac north -binary | base64
      credential: "Vh7nUSkGljhenFQncEHnBMR8UCM=",
    },
  ]);
});
