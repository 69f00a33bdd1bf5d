/**
 * What the tests need from the system, a line each: the Debian package, the commands of which one must be there, the part
 * of the tests that needs it, and what for.
 * @type {readonly {package: string, commands: readonly string[], part: "unit" | "e2e", why: string}[]}
 */
export const systemPackages = [
  {
    package: "chromium",
    commands: ["chromium", "chromium-browser"],
    part: "e2e",
    why: "the journeys run in a real browser",
  },
  {
    package: "iproute2",
    commands: ["ip"],
    part: "e2e",
    why: "a browser in a network namespace of its own loses its network",
  },
];
