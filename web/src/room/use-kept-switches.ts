import type { MediaSnapshot } from "@chamcall/client";
import { useEffect } from "react";
import type { Stored } from "../lib/stored.ts";

interface Switches {
  camera: boolean;
  microphone: boolean;
}

/** While in a call, remembers in `kept` whether camera and microphone are on: nobody is on air again after a reload. */
export function useKeptSwitches<T extends Switches>(
  { camera, microphone }: MediaSnapshot,
  inCall: boolean,
  kept: Pick<Stored<T>, "get" | "set">,
): void {
  useKept("camera", camera.state, inCall, kept);
  useKept("microphone", microphone.state, inCall, kept);
}

function useKept<T extends Switches>(
  kind: keyof Switches,
  state: MediaSnapshot["camera"]["state"],
  inCall: boolean,
  kept: Pick<Stored<T>, "get" | "set">,
): void {
  useEffect(() => {
    // A device that is missing or still opening is nobody's choice.
    if (!inCall || (state !== "on" && state !== "off")) return;
    const saved = kept.get();
    if (saved[kind] !== (state === "on")) kept.set({ ...saved, [kind]: state === "on" });
  }, [kind, state, inCall, kept]);
}
