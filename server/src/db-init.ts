import { resolve } from "node:path";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { openSqliteStorage } from "./storage/storage.ts";

// `npm run db:init`: the database that the server would use, made and brought to the newest schema.
const path = readPathOrExit();
const storage = await openSqliteStorage(path);
await storage.close();
process.stdout.write(`The database is ready: ${path === ":memory:" ? path : resolve(path)}\n`);

function readPathOrExit(): Config["sqlitePath"] {
  try {
    return loadConfig().sqlitePath;
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    process.stderr.write(`ChamCall can't make its database: ${cause.message}\n`);
    process.exit(1);
  }
}
