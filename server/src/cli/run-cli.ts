import { ConfigError, loadConfig } from "../config.ts";
import { Refusal } from "../core/errors.ts";
import { openSqliteStorage } from "../storage/storage.ts";
import { readAppArguments } from "./app-arguments.ts";
import { appCommand } from "./app-command.ts";
import { CliError } from "./cli-error.ts";
import { HELP } from "./help.ts";

/** Where a command writes. */
export interface CliOutput {
  out(text: string): void;
  err(text: string): void;
}

/** Runs one command; its exit code. Answers go to `out`, what went wrong and what to do about it to `err`. */
export async function runCli(args: readonly string[], { out, err }: CliOutput): Promise<number> {
  const asJson = args.includes("--json");
  const [command = "help", ...rest] = args.filter((arg) => arg !== "--json");
  if (["help", "--help", "-h"].includes(command)) {
    out(HELP);
    return 0;
  }
  try {
    const { json, text } = await run(command, rest);
    out(asJson ? `${JSON.stringify(json)}\n` : text);
    return 0;
  } catch (cause) {
    if (!(cause instanceof CliError || cause instanceof ConfigError || cause instanceof Refusal)) throw cause;
    const hint = cause instanceof CliError ? "\n`npm run chamcall -- help` lists the commands." : "";
    err(`${cause.message}${hint}\n`);
    return 1;
  }
}

async function run(command: string, args: readonly string[]) {
  if (command !== "app") throw new CliError(`There is no command ${JSON.stringify(command)}.`);
  const given = readAppArguments(args);
  const { sqlitePath } = loadConfig();
  const storage = await openSqliteStorage(sqlitePath).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`The database ${sqlitePath} can't be opened: ${reason}. Check DATA_DIR and DATABASE_URL.`);
  });
  try {
    return await appCommand({ apps: storage.apps, now: Date.now }, given);
  } finally {
    await storage.close();
  }
}
