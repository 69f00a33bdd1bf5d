import { fileURLToPath } from "node:url";
import { build } from "vite";

const entries = {
  bare: import.meta.resolve("./pages/bare.ts"),
  sdk: import.meta.resolve("./pages/sdk.ts"),
};

/** A page's script as one file to be evaluated. */
export async function bundle(page: keyof typeof entries): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      lib: { entry: fileURLToPath(entries[page]), formats: ["iife"], name: "benchPage" },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error(`the ${page} page was not bundled`);
  return chunk.code;
}
