import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { type ServerProcess, startServer } from "./server/server-process.ts";

/** The server of one test file, with a data folder of its own. */
export interface TestServer {
  /** Where it listens, without a trailing slash; the same before and after a restart. */
  readonly url: string;
  /** What the running process wrote so far. */
  output(): string;
  /** Starts it again after `stop` or `kill`, on the same port and data. */
  start(): Promise<void>;
  /** Lets it drain and end. */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** `stop` and `start`. */
  restart(): Promise<void>;
}

type Settings = Record<string, string>;

/**
 * Call it once at the top of a spec file: the real server runs while its tests do.
 * @param settings of its environment, on top of those every test server has; asked at each start where they are a function
 */
export function serverForThisFile(settings: Settings | (() => Settings) = {}): TestServer {
  let dataDir = "";
  let port = 0;
  let running: ServerProcess | undefined;

  const start = async (): Promise<void> => {
    const fixed = { HOST: "127.0.0.1", PORT: String(port), DATA_DIR: dataDir, STUN_URLS: "", LOG_LEVEL: "info" };
    running = await startServer({ ...fixed, ...(typeof settings === "function" ? settings() : settings) });
    port = running.port;
  };
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };

  test.beforeAll("start the server", async () => {
    dataDir = await mkdtemp(join(tmpdir(), "chamcall-e2e-"));
    await start();
  });
  test.afterAll("stop the server", async () => {
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  return {
    get url() {
      if (port === 0) throw new Error("The server starts before the first test of the file, not while it is loaded.");
      return `http://127.0.0.1:${port}`;
    },
    output: () => running?.output() ?? "",
    start,
    stop,
    kill: async () => {
      await running?.kill();
      running = undefined;
    },
    restart: async () => {
      await stop();
      await start();
    },
  };
}
