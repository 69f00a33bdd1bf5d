import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";

const script = fileURLToPath(new URL("../../examples/embed/server.mjs", import.meta.url));

/** The site of examples/embed, on a port that is known before the server it embeds starts. */
export interface ExampleSite {
  /** The same pages under two names: two origins, and two sites. */
  readonly listed: string;
  readonly unlisted: string;
}

/** Call it at the top of a spec file, before its server. `open` starts the site once that server runs. */
export function exampleSiteForThisFile(): ExampleSite & { open(chamcall: string): Promise<void> } {
  let port = 0;
  let child: ChildProcess | undefined;
  test.beforeAll("find the site a port", async () => {
    port = await freePort();
  });
  test.afterAll("close the site", async () => {
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, "close");
    child.kill();
    await ended;
  });
  return {
    get listed() {
      return `http://localhost:${port}`;
    },
    get unlisted() {
      return `http://127.0.0.1:${port}`;
    },
    async open(chamcall) {
      const site = spawn(process.execPath, [script, chamcall, String(port)], { stdio: ["ignore", "pipe", "inherit"] });
      child = site;
      await once(createInterface({ input: site.stdout }), "line");
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port to be had.");
  return address.port;
}
