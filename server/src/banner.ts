import type { Config } from "./config.ts";

/** What an operator reads after the start: where to open, where data lives, which parts are on. */
export function banner(url: string, config: Config): string {
  const turn =
    config.turnUrls.length > 0 ? config.turnUrls.join(", ") : "off (set TURN_URLS for people behind strict networks)";
  return [
    "",
    "  ChamCall is ready",
    "",
    `  Open       ${config.publicUrl ?? url}`,
    `  Data       ${config.sqlitePath} (embedded SQLite)`,
    `  Cluster    this process alone`,
    `  TURN       ${turn}`,
    `  Doors      ${config.dialects.join(", ")}`,
    ...(config.dialects.includes("tenant")
      ? []
      : ["", "  The web app and the SDKs need the door `tenant`, which is off."]),
    "",
    "",
  ].join("\n");
}
