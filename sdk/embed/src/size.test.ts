import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";

const limit = 5 * 1024;

test("the loader, minified and compressed, stays under 5 kB", async () => {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: true,
      modulePreload: { polyfill: false },
      lib: { entry: join(import.meta.dirname, "index.ts"), formats: ["es"] },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const code = bundle?.output.map((file) => (file.type === "chunk" ? file.code : "")).join("") ?? "";
  expect(code).toContain("EMBED_UNREACHABLE");
  expect(gzipSync(code).length).toBeLessThan(limit);
});
