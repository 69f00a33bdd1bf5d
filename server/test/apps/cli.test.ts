import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ADMIN_TOKEN, asAdmin, askForToken, type TestApp, tokenFor } from "../helpers/app.ts";
import { isoTime, refusalOf } from "../helpers/shapes.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startServer } from "../helpers/start-server.ts";
import { connectUser } from "../helpers/user-client.ts";

// Each test starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const CLI = join(import.meta.dirname, "../../src/cli.ts");

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "chamcall-"));
});
afterEach(async () => {
  closeSockets();
  await rm(directory, { recursive: true, force: true });
});

async function chamcall(args: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: directory,
    env: { PATH: process.env.PATH ?? "", DATA_DIR: directory, ...environment },
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, stdout, stderr };
}

/** The one JSON object of a command that must succeed. */
async function asJson(...args: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await chamcall([...args, "--json"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.split("\n")).toEqual([expect.stringMatching(/^\{.*\}$/), ""]);
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe("chamcall app", () => {
  it("manages apps from making to disabling, for scripts", async () => {
    const { appSecret, ...app } = await asJson("app", "create", "--name", "Acme", "--origin", "https://acme.example");
    expect(app).toEqual({
      appId: expect.stringMatching(/^app_[a-z2-7]{16}$/),
      name: "Acme",
      createdAt: isoTime,
      disabledAt: null,
      allowedOrigins: ["https://acme.example"],
      limits: { maxRooms: null, maxParticipants: null, joinRate: null },
    });
    expect(appSecret).toMatch(/^[\w-]{43}$/);
    const appId = String(app.appId);
    expect(await asJson("app", "list")).toEqual({ apps: [app] });

    const rotated = await asJson("app", "rotate", appId, "--former-hours", "1");
    expect(rotated).toEqual({ appId, appSecret: expect.any(String), formerUntil: isoTime });
    expect(rotated.appSecret).not.toBe(appSecret);
    expect(await asJson("app", "set-origins", appId, "https://a.example", "https://b.example")).toMatchObject({
      allowedOrigins: ["https://a.example", "https://b.example"],
    });
    expect(await asJson("app", "set-limits", appId, "--max-rooms", "5", "--join-rate", "none")).toMatchObject({
      limits: { maxRooms: 5, maxParticipants: null, joinRate: null },
    });
    expect(await asJson("app", "disable", appId)).toMatchObject({ disabledAt: isoTime });
    expect(await asJson("app", "enable", appId)).toMatchObject({ disabledAt: null });
  });

  it("speaks to people as well", async () => {
    const created = await chamcall(["app", "create", "--name", "Acme"]);
    expect(created).toMatchObject({ code: 0, stderr: "" });
    expect(created.stdout).toMatch(/app {11}app_\w{16}\n[\s\S]*secret {8}[\w-]{43}\n\nKeep the secret now/);
    const list = await chamcall(["app", "list"]);
    expect(list.stdout).toContain("name          Acme");
    expect(list.stdout).not.toContain("secret");
    expect((await chamcall(["help"])).stdout).toContain("npm run chamcall -- <command>");
  });

  it("says what is wrong and fails: an app there is none of", async () => {
    const stderr = "There is no app with that id.\n";
    expect(await chamcall(["app", "disable", "app_x", "--json"])).toEqual({ code: 1, stdout: "", stderr });
  });

  it("says what is wrong and fails: what is no origin", async () => {
    const { code, stdout, stderr } = await chamcall(["app", "create", "--name", "x", "--origin", "acme.example"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^"acme\.example" is no origin.+\n$/);
  });

  it("says where it looked for a database that can't be opened", async () => {
    const { code, stderr } = await chamcall(["app", "list"], { DATABASE_URL: `sqlite:${directory}` });
    expect(code).toBe(1);
    expect(stderr).toContain(`The database ${directory} can't be opened: `);
  });

  it("says which setting is wrong", async () => {
    expect(await chamcall(["app", "list"], { PORT: "x" })).toEqual({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^PORT=x .+\n$/),
    });
  });

  it("works beside a running server, which ends what is live of an app that is disabled", async () => {
    const server = await startServer({ ADMIN_TOKEN, DATABASE_URL: `sqlite:${join(directory, "chat.db")}` });
    const app = (await asJson("app", "create", "--name", "Acme")) as unknown as TestApp;
    const token = await tokenFor(server.url, app, { id: "ann" });
    const ann = await connectUser(server.url, { userId: "ann", token, ttl: 60, signalingUrl: "", userKey: "" });
    const gone = new Promise<void>((resolve) => ann.socket.once("disconnect", () => resolve()));
    await asJson("app", "disable", app.appId);
    expect((await askForToken(server.url, { appId: app.appId, appSecret: app.appSecret })).body).toEqual({
      error: refusalOf("APP_DISABLED"),
    });
    await gone;
    expect((await asAdmin(server.url, `/${app.appId}`)).body).toMatchObject({ disabledAt: isoTime });
    await server.close();
  });
});
