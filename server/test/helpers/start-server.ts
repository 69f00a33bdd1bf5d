import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, startApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import { createLogger } from "../../src/logger.ts";

/** A real server of its own, on a free port over a fresh directory. */
export interface TestServer extends App {
  readonly dataDir: string;
  readonly sqlitePath: string;
  /** Closes it and removes its directory. */
  close(): Promise<void>;
}

/** Settings that no test is about; `environment` goes over them. */
const DEFAULTS = {
  PORT: "0",
  HOST: "127.0.0.1",
  STUN_URLS: "",
  LOG_LEVEL: "silent",
  JOIN_RATE: "1000000",
  MESSAGE_RATE: "10000",
};

export async function startServer(environment: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "chamcall-"));
  const config = loadConfig({ ...DEFAULTS, DATA_DIR: dataDir, ...environment }, join(dataDir, ".env"));
  const app = await startApp(config, { logger: createLogger(config.logLevel), version: "0.0.0-test" });
  return {
    ...app,
    dataDir,
    sqlitePath: config.sqlitePath,
    async close() {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
