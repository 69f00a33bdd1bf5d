import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const ip = async (...args: string[]): Promise<void> => {
  // Debian keeps it where ordinary people's PATH doesn't look.
  await run("ip", args, { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` } });
};

/** A network namespace, joined to this machine's own network by one cable that can be pulled. */
export interface FarNetwork {
  /** The address at which this machine is reached from there. */
  readonly hostAddress: string;
  /** A program that starts `executable` in there, arguments and open files passed on. */
  launcher(executable: string): Promise<string>;
  /** Pulls the cable; both ends notice, as when a Wi-Fi goes. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  /** Takes namespace and cable away. */
  remove(): Promise<void>;
}

/**
 * Makes one with Debian's iproute2; needs root.
 * @throws where this system or this user can't; nothing is left behind then
 */
export async function createFarNetwork(): Promise<FarNetwork> {
  const name = `chamcall-${process.pid}`;
  // Interface names hold 15 characters.
  const [nearEnd, farEnd] = [`cc${process.pid}n`, `cc${process.pid}f`];
  const subnet = `10.200.${process.pid % 256}`;
  const folder = await mkdtemp(join(tmpdir(), "chamcall-network-"));
  const inside = (...args: string[]) => ip("-n", name, ...args);

  const remove = async () => {
    // The cable goes with either end.
    await ip("link", "delete", nearEnd).catch(() => {});
    await ip("netns", "delete", name).catch(() => {});
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ip("netns", "add", name);
    await ip("link", "add", nearEnd, "type", "veth", "peer", "name", farEnd, "netns", name);
    await ip("address", "add", `${subnet}.1/30`, "dev", nearEnd);
    await ip("link", "set", nearEnd, "up");
    await inside("link", "set", "lo", "up");
    await inside("address", "add", `${subnet}.2/30`, "dev", farEnd);
    await inside("link", "set", farEnd, "up");
  } catch (error) {
    await remove();
    throw error;
  }

  return {
    hostAddress: `${subnet}.1`,
    async launcher(executable) {
      const file = join(folder, "launch");
      const script = `#!/bin/sh\nPATH="$PATH:/usr/sbin:/sbin"\nexec ip netns exec ${name} '${executable}' "$@"\n`;
      await writeFile(file, script, { mode: 0o755 });
      return file;
    },
    unplug: () => inside("link", "set", farEnd, "down"),
    plug: () => inside("link", "set", farEnd, "up"),
    remove,
  };
}
