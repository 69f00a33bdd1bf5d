import { describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

async function run(...args: string[]) {
  const written = { out: "", err: "" };
  const code = await runCli(args, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
  });
  return { code, ...written };
}

it.each([[[]], [["help"]], [["--help"]], [["-h"]], [["help", "app"]]])("helps: %j", async (args) => {
  expect(await run(...args)).toEqual({ code: 0, out: expect.stringContaining("app create --name"), err: "" });
});

describe("a command that isn't one fails before anything is opened", () => {
  it.each<[string[], RegExp]>([
    [["room"], /^There is no command "room"\.\n.*help/],
    [["app"], /"app"/],
    [["app", "destroy"], /"app destroy"/],
    [["app", "create"], /--name/],
    [["app", "create", "--name", " "], /--name/],
    [["app", "create", "Acme"], /Acme/],
    [["app", "list", "--all"], /--all/],
    [["app", "rotate"], /app rotate <appId>/],
    [["app", "rotate", "app_x", "--former-hours", "721"], /from 0 to 720/],
    [["app", "rotate", "app_x", "--former-hours", ""], /from 0 to 720/],
    [["app", "set-origins"], /app set-origins <appId>/],
    [["app", "set-limits", "app_x"], /--max-rooms/],
    [["app", "set-limits", "app_x", "--max-participants", "101"], /from 1 to 100/],
    [["app", "set-limits", "app_x", "--max-rooms", "0"], /--max-rooms/],
    [["app", "enable", "app_x", "app_y"], /app_y/],
  ])("%j", async (args, message) => {
    const wrong = { code: 1, out: "", err: expect.stringMatching(message) };
    expect(await run(...args)).toEqual(wrong);
    expect(await run(...args, "--json")).toEqual(wrong);
  });
});
