import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { call } from "./helpers/http.ts";
import { connectNatively, enterNatively, joinNatively, refusedHandshake } from "./helpers/native-client.ts";
import { joinAsRoomsClient, openRoomsClient } from "./helpers/rooms-client.ts";
import { refusalOf } from "./helpers/shapes.ts";
import { closeSockets } from "./helpers/sockets.ts";

// Each test starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = join(import.meta.dirname, "../src/main.ts");
const started: ChildProcess[] = [];
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "chamcall-"));
});
afterEach(async () => {
  closeSockets();
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
  await rm(dataDir, { recursive: true, force: true });
});

function run(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN], {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH ?? "",
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      STUN_URLS: "",
      LOG_LEVEL: "silent",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  return child;
}

/** The server as its own process, once it tells where it is. */
async function start(environment?: Record<string, string>) {
  const child = run(environment);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /Open\s+(http\S+)/.exec(line)?.[1];
    if (url !== undefined) return { child, url, exited: once(child, "exit") };
  }
  throw new Error(`the server didn't start: ${await text(child.stderr)}`);
}

describe("SIGTERM", () => {
  it("native-limit-4: tells the clients, refuses newcomers with a hint, and ends with 0", async () => {
    const { child, url, exited } = await start();
    const native = await joinNatively(url, "drain");
    const rooms = await joinAsRoomsClient(url, { roomId: "drain", userId: "rob" });
    const entry = await enterNatively(url, "drain");
    const visitor = await openRoomsClient(url);

    const askedAt = performance.now();
    child.kill("SIGTERM");
    const { retryAfterMs } = await native.events.next("server-draining");
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(await rooms.events.next("error")).toEqual(refusalOf("DRAINING", { retryAfterMs }));

    const refused = await call(`${url}/room/drain/join`, { json: { displayName: "x" } });
    const draining = refusalOf("DRAINING", { retryAfterMs: expect.any(Number) });
    expect(refused).toMatchObject({ status: 503, body: { error: draining } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refusedHandshake(url, { token: entry.token })).toEqual(draining);
    visitor.send("join_room", { roomId: "drain", userId: "x", displayName: "x" });
    expect(await visitor.events.next("error")).toEqual(draining);
    expect(await call(`${url}/ready`)).toMatchObject({ status: 503, body: { status: "draining" } });
    expect((await call(`${url}/health`)).body).toMatchObject({ status: "draining", users: 2 });

    // Those who are in the room go on until the end.
    expect(await native.request("set-media", { audio: false })).toEqual({ ok: true });
    await rooms.events.next("toggle_audio");

    expect(await exited).toEqual([0, null]);
    expect(performance.now() - askedAt).toBeLessThan(10_000);
    expect(native.events.names).not.toContain("user-left");
    // Not "io server disconnect": after that, Socket.IO's clients would not look for the server again.
    expect(await native.events.ended).toMatch(/transport/);
    expect(await rooms.events.ended).toMatch(/transport/);
  });

  it("leaves a database and a secret that the next start goes on with", async () => {
    const first = await start();
    const host = await joinNatively(first.url, "kept");
    await host.request("set-room-password", { password: "secret" });
    first.child.kill("SIGINT");
    expect(await first.exited).toEqual([0, null]);

    const second = await start();
    const back = await connectNatively(second.url, host.entry);
    expect(back.joined.self).toMatchObject({ userId: host.userId, role: "host" });
    expect(back.joined.room).toMatchObject({
      createdAt: host.joined.room.createdAt,
      settings: { passwordEnabled: true },
      stats: { totalSessions: 1, totalDuration: expect.any(Number) },
    });
    expect(await call(`${second.url}/room/kept/join`, { json: { displayName: "x" } })).toMatchObject({ status: 401 });
  });
});

it("a killed server's sessions are closed by the next", async () => {
  const first = await start();
  await joinNatively(first.url, "killed");
  first.child.kill("SIGKILL");
  await first.exited;
  const second = await start();
  const back = await joinNatively(second.url, "killed");
  expect(back.joined.room.stats.totalSessions).toBe(1);
});

describe("a start that can't be", () => {
  async function failure(environment: Record<string, string>) {
    const child = run(environment);
    const [exit, stderr, stdout] = await Promise.all([once(child, "exit"), text(child.stderr), text(child.stdout)]);
    return { exit, stderr, stdout };
  }

  it.each([
    [{ PORT: "eighty" }, "PORT=eighty must be a whole number from 0 to 65535"],
    [{ TRUST_PROXY: "everyone" }, "TRUST_PROXY=everyone"],
    [{ JWT_SECRET: "short" }, "JWT_SECRET must have at least 32 characters"],
  ])("says on one line why: %j", async (environment, reason) => {
    const { exit, stderr, stdout } = await failure(environment);
    expect(exit).toEqual([1, null]);
    expect(stderr).toContain(reason);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
  });

  it("names a port that is taken", async () => {
    const { url } = await start();
    const { port } = new URL(url);
    const { exit, stderr } = await failure({ PORT: port });
    expect(exit).toEqual([1, null]);
    expect(stderr).toContain(`port ${port} is in use`);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("names a setting in .env that means nothing", async () => {
    await writeFile(join(dataDir, ".env"), "PROT=3000\n");
    const { exit, stderr } = await failure({});
    expect(exit).toEqual([1, null]);
    expect(stderr).toContain("PROT in .env is not a setting of ChamCall");
  });

  it("refuses a secret that is damaged", async () => {
    await writeFile(join(dataDir, "jwt-secret"), "");
    const { exit, stderr } = await failure({});
    expect(exit).toEqual([1, null]);
    expect(stderr).toContain("jwt-secret");
  });
});
