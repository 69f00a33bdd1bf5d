import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type App, startApp } from "./app.ts";
import { banner } from "./banner.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { createLogger } from "./logger.ts";

/** How long clients have between the announcement and the end. */
const DRAIN_MS = 2000;
/** Whatever hangs then is left behind. */
const GIVE_UP_MS = 9000;

const config = readConfigOrExit();
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8")) as {
  version: string;
};
const logger = createLogger(config.logLevel);
const app = await startApp(config, { logger, version }).catch((cause: unknown) => {
  const reason = cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE";
  exitWith(reason ? `port ${config.port} is in use: stop what listens there, or set PORT` : String(cause));
});
// Whoever reads the output may go away: calls go on without it.
process.stdout.on("error", () => {});
process.stdout.write(banner(app.url, config));

let stopping = false;
process.on("SIGTERM", () => stopOnce(DRAIN_MS));
process.on("SIGINT", () => stopOnce(0));

function readConfigOrExit(): Config {
  try {
    return loadConfig();
  } catch (cause) {
    if (cause instanceof ConfigError) exitWith(cause.message);
    throw cause;
  }
}

function exitWith(reason: string): never {
  process.stderr.write(`ChamCall can't start: ${reason}\n`);
  process.exit(1);
}

/** A signal to the whole process group may arrive twice; the second must not cut the drain short. */
function stopOnce(drainMs: number): void {
  if (stopping) return;
  stopping = true;
  void stop(app, drainMs);
}

async function stop(running: App, drainMs: number): Promise<void> {
  setTimeout(() => process.exit(1), GIVE_UP_MS).unref();
  logger.info("draining");
  running.drain(drainMs + 1000);
  await new Promise((resolve) => setTimeout(resolve, drainMs));
  await running.close();
  logger.info("stopped");
  process.exit(0);
}
