import { expect, test, vi } from "vitest";
import { createEmbedBridge } from "./embed-bridge.ts";

const origin = "https://shop.example";

function setUp(parentOrigin: string | undefined = origin) {
  const here = new EventTarget();
  const postMessage = vi.fn();
  const parent = { postMessage };
  const onCommand = vi.fn();
  const bridge = createEmbedBridge({ here, parent, parentOrigin, onCommand });
  const hear = (data: unknown, from: { source?: unknown; origin?: string } = {}) =>
    here.dispatchEvent(Object.assign(new Event("message"), { source: parent, origin, data, ...from }));
  const types = () => postMessage.mock.calls.map(([message]) => message.type);
  return { bridge, hear, onCommand, postMessage, types };
}

test("what happens before the parent is known waits for it, in order, after ready", () => {
  const { bridge, hear, postMessage, types } = setUp();
  bridge.emit("mediaChanged", { audio: true, video: false, screen: false });
  bridge.emit("left", { reason: "left" });
  expect(postMessage).not.toHaveBeenCalled();
  hear({ command: "connect", args: {} });
  expect(types()).toEqual(["ready", "mediaChanged", "left"]);
  expect(new Set(postMessage.mock.calls.map(([, target]) => target))).toEqual(new Set([origin]));
  hear({ command: "connect" });
  bridge.emit("left", { reason: "removed" });
  expect(types()).toEqual(["ready", "mediaChanged", "left", "left"]);
});

test("hears commands once the parent has introduced itself", () => {
  const { hear, onCommand } = setUp();
  hear({ command: "mute" });
  expect(onCommand).not.toHaveBeenCalled();
  hear({ command: "connect" });
  hear({ command: "mute" });
  hear({ command: "end", args: { anything: 1 } });
  expect(onCommand.mock.calls).toEqual([["mute"], ["end"]]);
});

test.each<[string, unknown, { source?: unknown; origin?: string }]>([
  ["another window of the right origin", { command: "end" }, { source: {} }],
  ["no window", { command: "end" }, { source: null }],
  ["the parent on another origin", { command: "end" }, { origin: "https://evil.example" }],
  ["an origin that only begins alike", { command: "end" }, { origin: "https://shop.example.evil.example" }],
  ["the opaque origin", { command: "end" }, { origin: "null" }],
  ["an unknown command", { command: "toString" }, {}],
  ["no object", "end", {}],
  ["nothing", null, {}],
])("does not hear %s", (_, data, from) => {
  const { hear, onCommand, postMessage } = setUp();
  hear({ command: "connect" }, from);
  hear({ command: "connect" });
  const told = postMessage.mock.calls.length;
  hear(data, from);
  expect(onCommand).not.toHaveBeenCalled();
  expect(postMessage).toHaveBeenCalledTimes(told);
});

test("without an origin to trust nobody is heard or told", () => {
  const here = new EventTarget();
  const parent = { postMessage: vi.fn() };
  const onCommand = vi.fn();
  const bridge = createEmbedBridge({ here, parent, parentOrigin: undefined, onCommand });
  here.dispatchEvent(
    Object.assign(new Event("message"), { source: parent, origin: "null", data: { command: "connect" } }),
  );
  bridge.emit("left", { reason: "left" });
  expect(parent.postMessage).not.toHaveBeenCalled();
});

test("a parent that never comes does not fill the memory", () => {
  const { bridge, hear, types } = setUp();
  for (let i = 0; i < 1000; i++) bridge.emit("left", { reason: String(i) });
  hear({ command: "connect" });
  expect(types()).toHaveLength(201);
});

test("closed, it hears nothing", () => {
  const { bridge, hear, postMessage } = setUp();
  bridge.close();
  hear({ command: "connect" });
  expect(postMessage).not.toHaveBeenCalled();
});
