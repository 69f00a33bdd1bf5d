import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerSecurityHeaders } from "../security-headers.ts";
import { registerEmbed } from "./embed.ts";
import { registerWebApp } from "./web-app.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "chamcall-"));
  await writeFile(join(directory, "index.html"), "<title>ChamCall</title>");
  await writeFile(join(directory, "embed.js"), "export {};");
});
afterAll(() => rm(directory, { recursive: true }));

/** Headers of pages, by path, on a server that lists these origins. */
async function headersOf(allowedOrigins: string[], ...paths: string[]) {
  await using app = fastify();
  await registerSecurityHeaders(app, "https://call.example");
  await registerWebApp(app, directory);
  registerEmbed(app, { publicUrl: "https://call.example", allowedOrigins });
  // Awaited here: the server ends with this function.
  return await Promise.all(
    paths.map(async (url) => {
      const { statusCode, headers } = await app.inject({ url });
      expect(statusCode).toBe(200);
      const policy = String(headers["content-security-policy"]);
      return { headers, policy, ancestors: /frame-ancestors ([^;]*)/.exec(policy)?.[1] };
    }),
  );
}

describe("/embed", () => {
  it("may be framed by our own pages and listed sites, and by no other", async () => {
    const [embed] = await headersOf(["https://a.example", "https://b.example:8443"], "/embed?roomId=x");
    expect(embed?.ancestors).toBe("'self' https://a.example https://b.example:8443");
    expect(embed?.headers).not.toHaveProperty("x-frame-options");
    const [alone] = await headersOf([], "/embed");
    expect(alone?.ancestors).toBe("'self'");
    const [anyone] = await headersOf(["*"], "/embed");
    expect(anyone?.ancestors).toBe("*");
  });

  it("may use camera, microphone and screen, and is otherwise as strict as the other pages", async () => {
    const [embed, room] = await headersOf(["https://a.example"], "/embed", "/room/x");
    const permissions = String(embed?.headers["permissions-policy"]);
    for (const name of ["camera", "microphone", "display-capture", "fullscreen", "autoplay", "screen-wake-lock"]) {
      expect(permissions).toContain(`${name}=(self)`);
    }
    const withoutAncestors = (policy = "") => policy.replace(/frame-ancestors [^;]*/, "");
    expect(withoutAncestors(embed?.policy)).toBe(withoutAncestors(room?.policy));
    expect(embed?.headers["referrer-policy"]).toBe("no-referrer");
  });

  it("is the only page that can be framed", async () => {
    for (const { ancestors, headers } of await headersOf(["*"], "/room/x", "/people", "/pair")) {
      expect(ancestors).toBe("'none'");
      expect(headers["x-frame-options"]).toBe("DENY");
    }
  });
});

it("/embed.js may be loaded by pages of other sites, and is asked for again", async () => {
  const [loader] = await headersOf([], "/embed.js");
  expect(loader?.headers["cross-origin-resource-policy"]).toBe("cross-origin");
  expect(loader?.headers["cache-control"]).toBe("no-cache");
});
