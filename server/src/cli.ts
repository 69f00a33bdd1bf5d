import { runCli } from "./cli/run-cli.ts";

// `npm run chamcall -- …`: manages what the server keeps, beside it or without it.
process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
