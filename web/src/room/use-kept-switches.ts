import type { MediaSnapshot } from "@chamcall/client";
import { useEffect } from "react";
import { preferences } from "../lib/preferences.ts";

/** While in a call, remembers whether camera and microphone are on: nobody is on air again after a reload. */
export function useKeptSwitches({ camera, microphone }: MediaSnapshot, inCall: boolean): void {
  useKept("camera", camera.state, inCall);
  useKept("microphone", microphone.state, inCall);
}

function useKept(kind: "camera" | "microphone", state: MediaSnapshot["camera"]["state"], inCall: boolean): void {
  useEffect(() => {
    // A device that is missing or still opening is nobody's choice.
    if (!inCall || (state !== "on" && state !== "off")) return;
    const saved = preferences.get();
    if (saved[kind] !== (state === "on")) preferences.set({ ...saved, [kind]: state === "on" });
  }, [kind, state, inCall]);
}
