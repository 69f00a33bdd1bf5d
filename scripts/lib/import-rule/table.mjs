/** Built-in modules that compute and touch nothing outside the process. */
const pure = ["node:assert", "node:buffer", "node:crypto", "node:events", "node:util"];

/**
 * The server's house, outermost first: each may import from itself and from what stands below it. Names on one line are
 * neighbours, which do not import from each other. What ends in a slash is a folder of server/src;
 * a file that is named itself is not under its folder's rule.
 */
export const house = [
  ["main.ts", "db-init.ts", "cli.ts"],
  ["banner.ts", "logger.ts", "cli/"],
  ["app.ts"],
  ["transports/"],
  ["dialects/index.ts"],
  ["dialects/"],
  ["http/"],
  ["auth/", "webhooks/", "turn/", "storage/", "cluster/", "media/"],
  ["core/"],
  ["config.ts"],
];

/**
 * Rooms of the house with a tighter rule than their place in it: exactly these parts of server/src, exactly these packages.
 * A dialect's own folder may import itself and, from `dialects/`, only the files that lie there directly.
 * @type {Readonly<Record<string, {parts: readonly string[], packages: readonly string[]}>>}
 */
export const tighter = {
  "core/": { parts: ["core/"], packages: ["@chamcall/protocol", ...pure] },
  "dialects/": { parts: ["dialects/", "core/"], packages: ["@chamcall/protocol", "typebox", ...pure] },
};

/**
 * The workspaces and the packages their sources may import: `packages` for everything (`*`: any but those in `never`),
 * `types` with `import type` only. The whole of the protocol carries the schema library, which browsers must not load.
 * @type {Readonly<Record<string, {packages: readonly string[], types: readonly string[], never: readonly string[]}>>}
 */
export const workspaces = {
  protocol: { packages: ["typebox"], types: [], never: [] },
  server: {
    packages: ["*"],
    types: [],
    never: ["@chamcall/server", "@chamcall/client", "@chamcall/react", "@chamcall/embed", "@chamcall/web"],
  },
  "sdk/client": {
    packages: ["socket.io-client", "@chamcall/protocol/errors"],
    types: ["@chamcall/protocol"],
    never: ["@chamcall/server", "@chamcall/react", "@chamcall/web"],
  },
  "sdk/react": {
    packages: ["@chamcall/client", "lucide-react", "react", "react-dom", "@chamcall/protocol/errors"],
    types: ["@chamcall/protocol"],
    never: ["@chamcall/server", "@chamcall/web"],
  },
  "sdk/embed": {
    packages: [],
    types: ["@chamcall/protocol"],
    never: ["@chamcall/server", "@chamcall/client", "@chamcall/react", "@chamcall/web"],
  },
  web: {
    packages: ["*", "@chamcall/protocol/errors"],
    types: ["@chamcall/protocol"],
    never: ["@chamcall/server", "node:"],
  },
};
