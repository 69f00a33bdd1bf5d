import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { AppId, limits } from "@chamcall/protocol";
import ipaddr from "ipaddr.js";
import { Check } from "typebox/value";

/** A setting that stops the start; the message names it and says why. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const DIALECTS = ["tenant", "rooms", "lobby", "pairing", "direct"] as const;
const NETWORKS: readonly string[] = ["loopback", "linklocal", "uniquelocal"];
/** The app that is built in, and has no secret. */
const PUBLIC_APP = "public";
const SAMPLE_SECRET = /change[-_ ]?me|example|sample/i;

export type Config = ReturnType<typeof readConfig>;
export type DialectName = (typeof DIALECTS)[number];

/**
 * Reads the environment over a `.env` file; the only place that does. Every setting is documented in
 * .env.example. Throws ConfigError for the first bad value, and for a name in the file that means nothing.
 */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env, envFile = ".env"): Config {
  const file = existsSync(envFile) ? parseEnv(readFileSync(envFile, "utf8")) : {};
  const asked = new Set<string>();
  const config = readConfig((name) => {
    asked.add(name);
    return environment[name]?.trim() ?? file[name]?.trim();
  });
  const unknown = Object.keys(file).find((name) => !asked.has(name));
  if (unknown !== undefined) throw new ConfigError(`${unknown} in ${envFile} is not a setting of ChamCall`);
  return config;
}

function readConfig(get: (name: string) => string | undefined) {
  const text = (name: string) => get(name) || undefined;
  const list = (name: string, fallback: string) =>
    (get(name) ?? fallback).split(",").flatMap((item) => item.trim() || []);

  function integer(name: string, fallback: number, { min, max }: { min: number; max: number }): number {
    const given = text(name);
    if (given === undefined) return fallback;
    const value = Number(given);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    throw new ConfigError(`${name}=${given} must be a whole number from ${min} to ${max}`);
  }

  function flag(name: string, fallback: boolean): boolean {
    const given = text(name);
    return given === undefined ? fallback : oneOf(name, given, ["0", "1", "false", "true"]).match(/1|true/) !== null;
  }

  function oneOf<T extends string>(name: string, given: string, allowed: readonly T[]): T {
    const value = allowed.find((candidate) => candidate === given);
    if (value !== undefined) return value;
    throw new ConfigError(`${name}=${given} must be one of ${allowed.join(", ")}`);
  }

  function url(name: string, given: string, schemes: readonly string[]): string {
    const parsed = URL.parse(given);
    if (parsed && schemes.includes(parsed.protocol)) return given;
    throw new ConfigError(`${name}=${given} must be a URL that starts with ${schemes.join(" or ")}`);
  }

  function network(given: string): string {
    if (NETWORKS.includes(given) || ipaddr.isValid(given) || ipaddr.isValidCIDR(given)) return given;
    throw new ConfigError(`TRUST_PROXY=${given} must be an address, a CIDR or one of ${NETWORKS.join(", ")}`);
  }

  const production = text("NODE_ENV") === "production";

  /** Secrets are never repeated in an error. */
  function secret(name: string, minLength: number): string | undefined {
    const value = text(name);
    if (value === undefined) return undefined;
    if (value.length < minLength) throw new ConfigError(`${name} must have at least ${minLength} characters`);
    if (production && SAMPLE_SECRET.test(value))
      throw new ConfigError(`${name} is still a sample: set one of your own`);
    return value;
  }

  const dataDir = text("DATA_DIR") ?? "./data";
  const turnUrls = list("TURN_URLS", "").map((given) => url("TURN_URLS", given, ["turn:", "turns:"]));
  const turnSecret = secret("TURN_STATIC_SECRET", 16);
  if (turnUrls.length > 0 && turnSecret === undefined) {
    throw new ConfigError("TURN_URLS needs TURN_STATIC_SECRET, the static-auth-secret of that coturn");
  }
  const publicUrl = text("PUBLIC_URL");
  const appId = text("APP_ID");
  const appSecret = secret("APP_SECRET", 32);
  if ((appId === undefined) !== (appSecret === undefined)) throw new ConfigError("APP_ID and APP_SECRET go together");
  if (appId !== undefined && (!Check(AppId, appId) || appId === PUBLIC_APP)) {
    throw new ConfigError(`APP_ID=${appId} must be up to 64 letters, digits, - and _, and not ${PUBLIC_APP}`);
  }

  return {
    production,
    port: integer("PORT", 3000, { min: 0, max: 65535 }),
    host: text("HOST") ?? "0.0.0.0",
    publicUrl: publicUrl && url("PUBLIC_URL", publicUrl, ["http:", "https:"]).replace(/\/+$/, ""),
    dataDir,
    sqlitePath: sqlitePath(text("DATABASE_URL"), text("SQLITE_DB_PATH"), dataDir),
    jwtSecret: secret("JWT_SECRET", 32),
    firstApp: appId !== undefined && appSecret !== undefined ? { appId, appSecret } : undefined,
    adminToken: secret("ADMIN_TOKEN", 16),
    allowedOrigins: list("ALLOWED_ORIGINS", "").map((given) =>
      given === "*" ? given : originOf(url("ALLOWED_ORIGINS", given, ["http:", "https:", "capacitor:", "ionic:"])),
    ),
    trustProxy: list("TRUST_PROXY", "").map(network),
    logLevel: oneOf("LOG_LEVEL", text("LOG_LEVEL") ?? "info", LOG_LEVELS),
    dialects: atLeastOne("DIALECTS", list("DIALECTS", DIALECTS.join())).map((given) =>
      oneOf("DIALECTS", given, DIALECTS),
    ),
    stunUrls: list("STUN_URLS", "stun:stun.l.google.com:19302").map((given) =>
      url("STUN_URLS", given, ["stun:", "stuns:"]),
    ),
    turnUrls,
    turnSecret,
    turnTtlSeconds: integer("TURN_TTL", 3600, { min: 60, max: 86_400 }),
    maxParticipants: integer("MAX_PARTICIPANTS", 10, { min: 1, max: limits.maxParticipants }),
    joinRate: integer("JOIN_RATE", 600, { min: 1, max: 1_000_000 }),
    apiRate: integer("API_RATE", 3000, { min: 1, max: 1_000_000 }),
    callTimeoutMs: integer("CALL_TIMEOUT_MS", 30_000, { min: 100, max: 600_000 }),
    directAuth: oneOf("DIRECT_AUTH", text("DIRECT_AUTH") ?? "off", ["off", "token"]),
    pairingApi: flag("USE_SQLITE", true),
    messageRate: integer("MESSAGE_RATE", 100, { min: 1, max: 1_000_000 }),
  };
}

function atLeastOne(name: string, values: string[]): string[] {
  if (values.length > 0) return values;
  throw new ConfigError(`${name} is empty: name at least one`);
}

/** As browsers send it; URL knows no origin for the schemes of native shells. */
function originOf(given: string): string {
  const { origin } = new URL(given);
  return origin === "null" ? given.toLowerCase().replace(/\/+$/, "") : origin;
}

function sqlitePath(databaseUrl: string | undefined, path: string | undefined, dataDir: string): string {
  if (databaseUrl === undefined) return path ?? `${dataDir}/chat.db`;
  const match = /^sqlite:(?:\/\/)?(.+)$/.exec(databaseUrl);
  if (match?.[1]) return match[1];
  throw new ConfigError("DATABASE_URL must be sqlite:<path>");
}
