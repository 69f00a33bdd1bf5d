import { takeCpuSample } from "./cpu-sample.ts";

// Loaded into every measured server with --import: answers each message of the benchmark with a sample,
// and ends the server with the benchmark, however that ends.
process.on("message", () => process.send?.(takeCpuSample()));
process.once("disconnect", () => process.exit());
