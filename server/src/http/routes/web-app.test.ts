import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerErrors } from "../errors.ts";
import { registerWebApp } from "./web-app.ts";

let directory: string;
const app = fastify();
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "chamcall-"));
  await mkdir(join(directory, "dist", "assets"), { recursive: true });
  await writeFile(join(directory, "dist", "index.html"), "<title>ChamCall</title>");
  await writeFile(join(directory, "dist", "favicon.svg"), "<svg/>");
  await writeFile(join(directory, "dist", "assets", "app-1234.js"), "export {};");
  await writeFile(join(directory, "outside.txt"), "outside");
  registerErrors(app);
  expect(await registerWebApp(app, join(directory, "dist"))).toBe(true);
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});

const get = (url: string) => app.inject({ url });

describe("the web app", () => {
  it.each(["/room/sunny-mountain-42", "/room/x?autojoin=1", "/people", "/pair?code=4F7K2M"])(
    "is the page at %s",
    async (url) => {
      const { statusCode, headers, body } = await get(url);
      expect(statusCode).toBe(200);
      expect(headers["content-type"]).toContain("text/html");
      expect(headers["cache-control"]).toBe("no-cache");
      expect(body).toContain("ChamCall");
    },
  );

  it("keeps hashed files for ever, and asks again for others", async () => {
    expect((await get("/assets/app-1234.js")).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await get("/favicon.svg")).headers["cache-control"]).toBe("no-cache");
  });

  it.each([
    "/nothing",
    "/people/ann",
    "/assets/nothing.js",
    "/../outside.txt",
    "/%2e%2e/outside.txt",
    "/assets/..%2f..%2foutside.txt",
  ])("has nothing at %s", async (url) => {
    const { statusCode, body } = await get(url);
    expect([400, 403, 404]).toContain(statusCode);
    expect(body).not.toContain("outside");
    expect(JSON.parse(body)).toMatchObject({ error: { code: expect.any(String) } });
  });

  it.each<[string, string, boolean]>([
    ["a browser", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true],
    ["a page that asks for anything", "*/*", false],
    ["who would rather have JSON", "text/html;q=0.5,application/json", false],
  ])("says that there is nothing to %s", async (_, accept, page) => {
    const { statusCode, headers, body } = await app.inject({ url: "/nothing", headers: { accept } });
    expect(statusCode).toBe(404);
    expect(headers.vary).toBe("Accept");
    expect(body.includes("<title>ChamCall</title>")).toBe(page);
    expect(body.includes("NOT_FOUND")).toBe(!page);
  });
});

it("is left out where it isn't built", async () => {
  const bare = fastify();
  expect(await registerWebApp(bare, join(directory, "not-built"))).toBe(false);
  expect((await bare.inject({ url: "/people", headers: { accept: "text/html" } })).statusCode).toBe(404);
  await bare.close();
});
