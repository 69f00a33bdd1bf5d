import type { Call } from "@chamcall/client";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { CallMessage } from "./call-message.tsx";
import { CallRoom } from "./call-room.tsx";
import { VideoCall } from "./video-call.tsx";
import { defaultVideoCallLabels } from "./video-call-labels.ts";

const ann = { userId: "ann", name: "Ann", role: "host", isSelf: true, audio: true, video: false, screen: false };
const bo = { ...ann, userId: "bo", name: "Bo", isSelf: false };

function call(state: object, others: object[], microphone = "on"): Call {
  const shown = { speaking: false, quality: "good", connection: "connected" };
  const snapshot = {
    state,
    self: { ...ann, ...shown },
    participants: others.map((other) => ({ ...other, ...shown })),
    activeSpeakers: [],
    room: { settings: { allowScreenShare: true } },
  };
  const media = { subscribe: () => () => {}, getSnapshot: () => ({ microphone: { state: microphone } }) };
  return { subscribe: () => () => {}, getSnapshot: () => snapshot, media } as unknown as Call;
}

function room(given: Call): string {
  const labels = defaultVideoCallLabels;
  return renderToString(
    <CallRoom call={given} labels={labels} controls={undefined} speakerId={undefined} onLeave={() => {}} />,
  );
}

// A server renders no store: what a browser reads is handed to it.
vi.mock("react", async (original) => {
  const react = await original<typeof import("react")>();
  const useSyncExternalStore: typeof react.useSyncExternalStore = (subscribe, get, getServer) =>
    react.useSyncExternalStore(subscribe, get, getServer ?? get);
  return { ...react, useSyncExternalStore };
});

beforeEach(() => {
  vi.stubGlobal("document", { fullscreenElement: null, fullscreenEnabled: false });
});

test("before the call it says that it joins, in one element of its own class", () => {
  const html = renderToString(
    <VideoCall
      backendUrl="https://s"
      roomId="x"
      token="t"
      className="mine"
      theme="dark"
      labels={{ joining: "Gleich …" }}
    />,
  );
  expect(html).toMatch(/^<div class="cc-call mine" data-state="joining" data-cc-theme="dark">/);
  expect(html).toContain("Gleich …");
});

test("alone in the call: waits, with microphone, camera and the way out", () => {
  const html = room(call({ state: "connected" }, []));
  expect(html).toContain("first one here");
  for (const label of ["Turn microphone off", "Turn camera on", "Leave call"]) expect(html).toContain(label);
});

test("together: nothing lies over the people", () => {
  expect(room(call({ state: "connected" }, [bo]))).not.toContain('cc-call-note"');
});

test("a lost connection and a missing microphone are said in sentences", () => {
  const html = room(call({ state: "reconnecting", attempt: 2, since: 0 }, [bo], "unavailable"));
  expect(html).toContain("Reconnecting…");
  expect(html).toContain("You can see and hear everyone");
});

test("an end has its sentence and a way back only where there is one", () => {
  const message = (action?: { text: string; run: () => void }) =>
    renderToString(<CallMessage icon={null} alert text="The room is full." action={action} />);
  expect(message()).toContain('<p role="alert">The room is full.</p>');
  expect(message()).not.toContain("<button");
  expect(message({ text: "Try again", run: () => {} })).toContain("Try again</button>");
});

test("every end and refusal has a sentence", () => {
  for (const text of Object.values(defaultVideoCallLabels.over)) expect(text).toMatch(/^[A-Z].*\.$/);
});
