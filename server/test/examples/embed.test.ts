import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, it } from "vitest";
import { call } from "../helpers/http.ts";
import { startServer } from "../helpers/start-server.ts";

const script = join(import.meta.dirname, "../../../examples/embed/server.mjs");
const ends: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(ends.splice(0).map((end) => end())));

/** The example's site in front of that ChamCall; the address it prints. */
async function startSite(chamcall: string): Promise<string> {
  const child = spawn(process.execPath, [script, chamcall, "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  ends.push(() => {
    child.kill();
    return ended;
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  expect(line).toMatch(/^http:\/\/localhost:\d+ shows calls of http/);
  return String(line).split(" ")[0]?.replace("localhost", "127.0.0.1") ?? "";
}

it("examples/embed serves a page, and a ticket that opens the room's door", async () => {
  const server = await startServer();
  ends.push(() => server.close());
  const site = await startSite(server.url);
  const page = await fetch(site);
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(await page.text()).toContain("new ChamCallEmbed(");

  const { status, body } = await call(`${site}/ticket?room=shop-1&name=Ann`, { method: "POST" });
  expect({ status, body }).toEqual({
    status: 200,
    body: { serverUrl: server.url, roomId: "shop-1", token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) },
  });
  expect((await call(`${site}/nothing`)).status).toBe(404);
});

it("examples/embed says why there is no ticket", async () => {
  const server = await startServer();
  ends.push(() => server.close());
  const site = await startSite(server.url);
  const { status, body } = await call(`${site}/ticket?room=..%2Fx`, { method: "POST" });
  expect({ status, body }).toEqual({ status: 502, body: { error: expect.any(String) } });
});
