import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Config, ConfigError, loadConfig } from "./config.ts";

let directory: string;
let envFile: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "chamcall-"));
  envFile = join(directory, ".env");
});
afterEach(() => rmSync(directory, { recursive: true }));

const load = (environment: Record<string, string>) => loadConfig(environment, envFile);

it("has a default for everything", () => {
  expect(load({})).toEqual({
    production: false,
    port: 3000,
    host: "0.0.0.0",
    publicUrl: undefined,
    dataDir: "./data",
    sqlitePath: "./data/chat.db",
    jwtSecret: undefined,
    firstApp: undefined,
    adminToken: undefined,
    allowedOrigins: [],
    trustProxy: [],
    logLevel: "info",
    dialects: ["tenant", "rooms", "lobby", "pairing", "direct"],
    stunUrls: ["stun:stun.l.google.com:19302"],
    turnUrls: [],
    turnSecret: undefined,
    turnTtlSeconds: 3600,
    maxParticipants: 10,
    joinRate: 600,
    apiRate: 3000,
    callTimeoutMs: 30_000,
    directAuth: "off",
    pairingApi: true,
    messageRate: 100,
  } satisfies Config);
});

const secret = "0123456789abcdef0123456789abcdef";

describe("a good value", () => {
  it.each<[Record<string, string>, Partial<Config>]>([
    [{ PORT: "0" }, { port: 0 }],
    [{ PORT: " 8080 " }, { port: 8080 }],
    [{ PORT: "" }, { port: 3000 }],
    [{ HOST: "::" }, { host: "::" }],
    [{ NODE_ENV: "production" }, { production: true }],
    [{ PUBLIC_URL: "https://call.example/" }, { publicUrl: "https://call.example" }],
    [{ PUBLIC_URL: "https://example.com/calls//" }, { publicUrl: "https://example.com/calls" }],
    [{ DATA_DIR: "/srv/x" }, { dataDir: "/srv/x", sqlitePath: "/srv/x/chat.db" }],
    [{ DATABASE_URL: "sqlite:/srv/x.db" }, { sqlitePath: "/srv/x.db" }],
    [{ DATABASE_URL: "sqlite:///srv/x.db" }, { sqlitePath: "/srv/x.db" }],
    [{ DATABASE_URL: "sqlite::memory:" }, { sqlitePath: ":memory:" }],
    [{ SQLITE_DB_PATH: "x.db" }, { sqlitePath: "x.db" }],
    [{ DATABASE_URL: "sqlite:a.db", SQLITE_DB_PATH: "b.db" }, { sqlitePath: "a.db" }],
    [{ JWT_SECRET: secret }, { jwtSecret: secret }],
    [{ JWT_SECRET: "" }, { jwtSecret: undefined }],
    [
      { ALLOWED_ORIGINS: "https://a.example, http://b.example:81,," },
      { allowedOrigins: ["https://a.example", "http://b.example:81"] },
    ],
    [
      { ALLOWED_ORIGINS: "HTTPS://A.Example/path, capacitor://LocalHost/" },
      { allowedOrigins: ["https://a.example", "capacitor://localhost"] },
    ],
    [{ APP_ID: "acme", APP_SECRET: secret }, { firstApp: { appId: "acme", appSecret: secret } }],
    [{ ADMIN_TOKEN: "sixteen characte" }, { adminToken: "sixteen characte" }],
    [{ ADMIN_TOKEN: "" }, { adminToken: undefined }],
    [{ ALLOWED_ORIGINS: "*" }, { allowedOrigins: ["*"] }],
    [{ ALLOWED_ORIGINS: "capacitor://localhost" }, { allowedOrigins: ["capacitor://localhost"] }],
    [
      { TRUST_PROXY: "10.0.0.0/8,::1,fd00::/8,loopback" },
      { trustProxy: ["10.0.0.0/8", "::1", "fd00::/8", "loopback"] },
    ],
    [{ LOG_LEVEL: "silent" }, { logLevel: "silent" }],
    [{ DIALECTS: "rooms" }, { dialects: ["rooms"] }],
    [{ STUN_URLS: "" }, { stunUrls: [] }],
    [{ STUN_URLS: "stun:a.example,stuns:b.example:5349" }, { stunUrls: ["stun:a.example", "stuns:b.example:5349"] }],
    [
      { TURN_URLS: "turn:t.example:3478?transport=udp", TURN_STATIC_SECRET: secret },
      { turnUrls: ["turn:t.example:3478?transport=udp"], turnSecret: secret },
    ],
    [{ TURN_TTL: "60" }, { turnTtlSeconds: 60 }],
    [{ MAX_PARTICIPANTS: "100" }, { maxParticipants: 100 }],
    [{ JOIN_RATE: "1" }, { joinRate: 1 }],
    [{ API_RATE: "1" }, { apiRate: 1 }],
    [{ MESSAGE_RATE: "1000000" }, { messageRate: 1_000_000 }],
    [{ USE_SQLITE: "1" }, { pairingApi: true }],
    [{ USE_SQLITE: "0" }, { pairingApi: false }],
    [{ USE_SQLITE: "false" }, { pairingApi: false }],
  ])("%j", (environment, expected) => {
    expect(load(environment)).toMatchObject(expected);
  });
});

describe("a bad value stops the start and is named", () => {
  it.each<[Record<string, string>, string]>([
    [{ PORT: "eighty" }, "PORT=eighty"],
    [{ PORT: "65536" }, "PORT=65536"],
    [{ PORT: "-1" }, "PORT=-1"],
    [{ PORT: "80.5" }, "PORT=80.5"],
    [{ PUBLIC_URL: "call.example" }, "PUBLIC_URL=call.example"],
    [{ PUBLIC_URL: "ftp://call.example" }, "PUBLIC_URL=ftp://call.example"],
    [{ DATABASE_URL: "postgres://x" }, "DATABASE_URL"],
    [{ DATABASE_URL: "sqlite:" }, "DATABASE_URL"],
    [{ JWT_SECRET: "short" }, "JWT_SECRET"],
    [{ APP_ID: "acme" }, "APP_ID and APP_SECRET go together"],
    [{ APP_SECRET: secret }, "APP_ID and APP_SECRET go together"],
    [{ APP_ID: "a c", APP_SECRET: secret }, "APP_ID=a c"],
    [{ APP_ID: "public", APP_SECRET: secret }, "APP_ID=public"],
    [{ APP_ID: "acme", APP_SECRET: "short" }, "APP_SECRET"],
    [{ ADMIN_TOKEN: "fifteen charact" }, "ADMIN_TOKEN"],
    [{ DIALECTS: " , " }, "DIALECTS"],
    [{ ALLOWED_ORIGINS: "a.example" }, "ALLOWED_ORIGINS=a.example"],
    [{ ALLOWED_ORIGINS: "https://a.example javascript:x" }, "ALLOWED_ORIGINS"],
    [{ TRUST_PROXY: "true" }, "TRUST_PROXY=true"],
    [{ TRUST_PROXY: "10.0.0.0/33" }, "TRUST_PROXY=10.0.0.0/33"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL=loud"],
    [{ DIALECTS: "tenant,lobbby" }, "DIALECTS=lobbby"],
    [{ STUN_URLS: "https://a.example" }, "STUN_URLS=https://a.example"],
    [{ TURN_URLS: "t.example:3478", TURN_STATIC_SECRET: secret }, "TURN_URLS=t.example:3478"],
    [{ TURN_URLS: "turn:t.example" }, "TURN_STATIC_SECRET"],
    [{ TURN_STATIC_SECRET: "short" }, "TURN_STATIC_SECRET"],
    [{ TURN_TTL: "59" }, "TURN_TTL=59"],
    [{ TURN_TTL: "1h" }, "TURN_TTL=1h"],
    [{ MAX_PARTICIPANTS: "0" }, "MAX_PARTICIPANTS=0"],
    [{ MAX_PARTICIPANTS: "101" }, "MAX_PARTICIPANTS=101"],
    [{ JOIN_RATE: "0" }, "JOIN_RATE=0"],
    [{ MESSAGE_RATE: "NaN" }, "MESSAGE_RATE=NaN"],
    [{ USE_SQLITE: "yes" }, "USE_SQLITE=yes"],
  ])("%j", (environment, named) => {
    expect(() => load(environment)).toThrow(ConfigError);
    expect(() => load(environment)).toThrow(named);
  });

  it("without repeating a secret", () => {
    expect(() => load({ JWT_SECRET: "hunter2" })).not.toThrow("hunter2");
    expect(() => load({ DATABASE_URL: "postgres://user:hunter2@host/db" })).not.toThrow("hunter2");
  });

  it("also for sample secrets, in production alone", () => {
    const sample = "change-me-change-me-change-me-change-me";
    expect(load({ JWT_SECRET: sample }).jwtSecret).toBe(sample);
    for (const name of ["JWT_SECRET", "APP_SECRET", "ADMIN_TOKEN"]) {
      const environment = { APP_ID: "acme", APP_SECRET: secret, [name]: sample, NODE_ENV: "production" };
      expect(() => load(environment)).toThrow(`${name} is still a sample`);
    }
  });
});

describe("the .env file", () => {
  it("stands behind the environment", () => {
    writeFileSync(envFile, 'PORT=4000\nLOG_LEVEL="warn"\n# PROT=1\n');
    expect(load({ PORT: "5000" })).toMatchObject({ port: 5000, logLevel: "warn" });
  });

  it("may not name what is no setting", () => {
    writeFileSync(envFile, "PROT=4000\n");
    expect(() => load({})).toThrow("PROT in");
  });
});
