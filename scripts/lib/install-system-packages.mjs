import { existsSync } from "node:fs";
import { findCommand } from "./find-command.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";
import { systemPackages } from "./system-packages.mjs";

const limitMs = 15 * 60_000;

/**
 * Installs the system packages some parts of the tests need, on Debian and its kin as root or with a sudo that asks nothing.
 * @param {readonly string[]} parts
 * @returns {Promise<(typeof systemPackages)[number][]>} what is missing still
 */
export async function installSystemPackages(parts) {
  const missing = () => systemPackages.filter((one) => parts.includes(one.part) && !findCommand(one.commands));
  const wanted = missing();
  if (wanted.length === 0) return [];
  const apt = await aptGet();
  if (!apt) return wanted;
  const names = wanted.map((one) => one.package);
  say(`Installing from the system's packages: ${names.join(", ")} …`);
  await apt(["update"]);
  await apt(["install", "--yes", "--no-install-recommends", ...names]);
  return missing();
}

/** @returns {Promise<((args: string[]) => Promise<void>) | undefined>} apt-get with the right to install, if there is such */
async function aptGet() {
  if (!existsSync("/etc/debian_version") || !findCommand(["apt-get"])) return undefined;
  const asRoot = process.getuid?.() === 0;
  if (!asRoot && !(await canSudo())) return undefined;
  const env = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
  const [command = "", ...before] = asRoot ? env : ["sudo", "-n", ...env];
  return async (args) => {
    const { code, output } = await run(command, [...before, ...args], { quiet: true, limitMs });
    if (code !== 0) say(`${output.trim()}\napt-get ${args.join(" ")} ended with exit code ${code}.`);
  };
}

async function canSudo() {
  if (!findCommand(["sudo"])) return false;
  return (await run("sudo", ["-n", "true"], { quiet: true })).code === 0;
}
