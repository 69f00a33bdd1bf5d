import { beforeEach, expect, test, vi } from "vitest";
import { ChamCallEmbed } from "./chamcall-embed.ts";

const server = "https://calls.example.com";
const call = { serverUrl: server, roomId: "sunny-42", token: "t0k.en", userName: "Ann & Bo", parent: "#call" };

/** The page and its frame, as far as the loader uses them. */
function fakePage() {
  const page = new EventTarget();
  const sent: { message: { command: string }; target: unknown }[] = [];
  const contentWindow = {
    postMessage: (message: { command: string }, target: unknown) => {
      if (typeof target !== "string") throw new Error("NotAllowedError");
      sent.push({ message, target });
    },
  };
  const iframe = Object.assign(new EventTarget(), { style: {}, contentWindow, src: "", allow: "", remove: vi.fn() });
  const append = vi.fn();
  vi.stubGlobal("location", { origin: "https://shop.example" });
  vi.stubGlobal("document", {
    createElement: () => iframe,
    querySelector: (selector: string) => (selector === "#call" ? { append } : null),
  });
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  const say = (data: unknown, from: { source?: unknown; origin?: string } = {}) =>
    page.dispatchEvent(Object.assign(new Event("message"), { source: contentWindow, origin: server, data, ...from }));
  return {
    iframe,
    append,
    say,
    ready: () => say({ type: "ready", payload: { commands: [], events: [] } }),
    load: () => iframe.dispatchEvent(new Event("load")),
    commands: () => sent.map(({ message }) => message.command),
    targets: () => new Set(sent.map(({ target }) => target)),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test("puts a frame into its parent that may use what a call needs", () => {
  const { iframe, append } = fakePage();
  new ChamCallEmbed({ ...call, audio: false, theme: "dark" });
  const url = new URL(iframe.src);
  expect(url.origin + url.pathname).toBe(`${server}/embed`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    roomId: "sunny-42",
    parentOrigin: "https://shop.example",
    audio: "false",
    theme: "dark",
  });
  expect(Object.fromEntries(new URLSearchParams(url.hash.slice(1)))).toEqual({ token: "t0k.en", userName: "Ann & Bo" });
  expect(url.search).not.toContain("t0k.en");
  expect(iframe.allow).toBe("camera; microphone; display-capture; fullscreen; autoplay; screen-wake-lock");
  expect(append).toHaveBeenCalledExactlyOnceWith(iframe);
});

test("introduces itself once the frame has loaded, again until it answers, and to its origin alone", () => {
  const { load, commands, targets, ready } = fakePage();
  new ChamCallEmbed(call);
  expect(commands()).toEqual([]);
  load();
  vi.advanceTimersByTime(600);
  expect(commands()).toEqual(["connect", "connect", "connect"]);
  ready();
  vi.advanceTimersByTime(5000);
  expect(commands()).toHaveLength(3);
  expect(targets()).toEqual(new Set([server]));
});

test("commands wait for the frame and keep their order", () => {
  const { load, commands, ready } = fakePage();
  const embed = new ChamCallEmbed(call);
  embed.mute();
  embed.shareScreen();
  load();
  expect(commands()).toEqual(["connect"]);
  ready();
  embed.end();
  expect(commands()).toEqual(["connect", "mute", "shareScreen", "end"]);
});

test("listeners hear until they unsubscribe", () => {
  const { say } = fakePage();
  const embed = new ChamCallEmbed(call);
  const heard: string[] = [];
  const stop = embed.on("left", ({ reason }) => heard.push(reason));
  say({ type: "left", payload: { reason: "removed" } });
  stop();
  say({ type: "left", payload: { reason: "left" } });
  expect(heard).toEqual(["removed"]);
});

test.each<[string, unknown, { source?: unknown; origin?: string }]>([
  ["another window", { type: "left", payload: {} }, { source: {} }],
  ["another origin", { type: "left", payload: {} }, { origin: "https://calls.example.com.evil.example" }],
  ["the opaque origin", { type: "left", payload: {} }, { origin: "null" }],
  ["nothing", null, {}],
  ["a string", "left", {}],
  ["an unknown type", { type: "toString", payload: {} }, {}],
  ["a type alone", { type: "left" }, {}],
])("%s is not heard", (_, data, from) => {
  const { say, commands } = fakePage();
  const embed = new ChamCallEmbed(call);
  const heard = vi.fn();
  for (const event of embed.getSupportedEvents()) embed.on(event, heard);
  embed.mute();
  say(data, from);
  expect(heard).not.toHaveBeenCalled();
  expect(commands()).toEqual([]);
});

test("says so when the frame never answers", () => {
  const { load, commands } = fakePage();
  const embed = new ChamCallEmbed({ ...call, timeoutMs: 1000 });
  const heard = vi.fn();
  embed.on("error", heard);
  load();
  vi.advanceTimersByTime(1000);
  expect(heard).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: "EMBED_UNREACHABLE", fatal: true }));
  const knocks = commands().length;
  vi.advanceTimersByTime(5000);
  expect(commands()).toHaveLength(knocks);
});

test("after dispose there is no frame, no timer, nothing heard and nothing sent", () => {
  const { iframe, load, say, commands } = fakePage();
  const embed = new ChamCallEmbed(call);
  const heard = vi.fn();
  embed.on("left", heard);
  load();
  embed.dispose();
  embed.mute();
  say({ type: "left", payload: { reason: "left" } });
  expect(iframe.remove).toHaveBeenCalledOnce();
  expect(heard).not.toHaveBeenCalled();
  expect(commands()).toEqual(["connect"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a mistake of one listener is reported and keeps no other from hearing", () => {
  const { say } = fakePage();
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  const embed = new ChamCallEmbed(call);
  const heard = vi.fn();
  embed.on("left", () => {
    throw new Error("mistake");
  });
  embed.on("left", heard);
  say({ type: "left", payload: { reason: "left" } });
  expect(heard).toHaveBeenCalledOnce();
  expect(reported).toHaveBeenCalledOnce();
});

test("knows its commands and events, and no others", () => {
  fakePage();
  const embed = new ChamCallEmbed(call);
  expect(embed.getSupportedCommands()).toContain("toggleCamera");
  expect(embed.getSupportedEvents()).toContain("participantJoined");
  expect(() => embed.execute("connect" as "mute")).toThrow("no command connect");
  expect(() => embed.on("toString" as "left", () => {})).toThrow("no event toString");
  expect(() => new ChamCallEmbed({ ...call, parent: "#nowhere" })).toThrow("there is no #nowhere");
});
