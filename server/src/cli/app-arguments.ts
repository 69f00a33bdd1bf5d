import { parseArgs } from "node:util";
import { limits, RoomName } from "@chamcall/protocol";
import { Compile } from "typebox/compile";
import type { AppLimits } from "../core/apps/app.ts";
import { CliError } from "./cli-error.ts";
import { readNumber } from "./read-number.ts";

/** What `app …` was asked for. */
export type AppArguments =
  | { action: "create"; name: string; origins: string[] }
  | { action: "list" }
  | { action: "rotate"; appId: string; formerHours: number | undefined }
  | { action: "set-origins"; appId: string; origins: string[] }
  | { action: "set-limits"; appId: string; limits: Partial<AppLimits> }
  | { action: "disable" | "enable"; appId: string };

const Name = Compile(RoomName);
const LIMITS = [
  { option: "max-rooms", field: "maxRooms", max: 1_000_000_000 },
  { option: "max-participants", field: "maxParticipants", max: limits.maxParticipants },
  { option: "join-rate", field: "joinRate", max: 1_000_000 },
] as const;

/** The options that each action knows. */
const OPTIONS = {
  create: { name: { type: "string" }, origin: { type: "string", multiple: true } },
  list: {},
  rotate: { "former-hours": { type: "string" } },
  "set-origins": {},
  "set-limits": {
    "max-rooms": { type: "string" },
    "max-participants": { type: "string" },
    "join-rate": { type: "string" },
  },
  disable: {},
  enable: {},
} as const;

/** Reads what comes after `app`. Throws CliError. */
export function readAppArguments([action = "", ...args]: readonly string[]): AppArguments {
  switch (action) {
    case "create": {
      const { values, positionals } = parse(OPTIONS.create, args);
      refuseMore(positionals, 0);
      const { name, origin: origins = [] } = values;
      if (!Name.Check(name)) throw new CliError("Name the app: app create --name <name>, up to 120 characters.");
      return { action, name, origins };
    }
    case "list":
      refuseMore(parse(OPTIONS.list, args).positionals, 0);
      return { action };
    case "rotate": {
      const { values, positionals } = parse(OPTIONS.rotate, args);
      refuseMore(positionals, 1);
      const hours = values["former-hours"];
      const formerHours = hours === undefined ? undefined : readNumber("former-hours", hours, { min: 0, max: 30 * 24 });
      return { action, appId: readAppId(action, positionals), formerHours };
    }
    case "set-origins": {
      const { positionals } = parse(OPTIONS["set-origins"], args);
      return { action, appId: readAppId(action, positionals), origins: positionals.slice(1) };
    }
    case "set-limits": {
      const { values, positionals } = parse(OPTIONS["set-limits"], args);
      refuseMore(positionals, 1);
      return { action, appId: readAppId(action, positionals), limits: readLimits(values) };
    }
    case "disable":
    case "enable": {
      const { positionals } = parse(OPTIONS[action], args);
      refuseMore(positionals, 1);
      return { action, appId: readAppId(action, positionals) };
    }
    default:
      throw new CliError(`There is no command ${JSON.stringify(`app ${action}`.trim())}.`);
  }
}

type Options = Exclude<NonNullable<Parameters<typeof parseArgs>[0]>["options"], undefined>;

/** Throws CliError for an option that the action doesn't know. */
function parse<T extends Options>(options: T, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw new CliError(cause instanceof Error ? cause.message : String(cause));
  }
}

function readAppId(action: string, [appId]: readonly string[]): string {
  if (appId === undefined) throw new CliError(`Say which app: app ${action} <appId>. \`app list\` shows the ids.`);
  return appId;
}

function refuseMore(positionals: readonly string[], known: number): void {
  const more = positionals.slice(known);
  if (more.length > 0) throw new CliError(`That is one too many: ${more.join(" ")}`);
}

function readLimits(
  values: Partial<Record<(typeof LIMITS)[number]["option"], string | undefined>>,
): Partial<AppLimits> {
  const given = LIMITS.flatMap(({ option, field, max }) => {
    const value = values[option];
    if (value === undefined) return [];
    return [[field, value === "none" ? null : readNumber(option, value, { min: 1, max })] as const];
  });
  if (given.length === 0) throw new CliError(`Name a limit: ${LIMITS.map(({ option }) => `--${option}`).join(", ")}.`);
  return Object.fromEntries(given);
}
