import type { UserCall } from "@chamcall/client";
import { useEffect, useState } from "react";
import { useStored } from "../lib/use-stored.ts";
import { createRinger, type Ringer } from "./sound/ringer.ts";
import { soundStore } from "./sound/sound-store.ts";

const buzz = [400, 200, 400, 2200];

/** Rings while the phone rings, here or there, unless the person has turned that off. */
export function useRingSound(call: UserCall): void {
  const [isOn] = useStored(soundStore);
  const [ringer, setRinger] = useState<Ringer>();
  useEffect(() => {
    const created = createRinger();
    setRinger(created);
    return () => created.dispose();
  }, []);
  const ring = isOn && (call.state === "incoming" || call.state === "outgoing") ? call.state : undefined;
  useEffect(() => {
    if (ring === undefined || ringer === undefined) return;
    const stop = ringer.ring(ring);
    // Complained about in the console where the page was never touched.
    if (ring === "outgoing" || !navigator.userActivation?.hasBeenActive) return stop;
    const shake = () => void navigator.vibrate?.(buzz);
    shake();
    const timer = setInterval(
      shake,
      buzz.reduce((sum, part) => sum + part, 0),
    );
    return () => {
      stop();
      clearInterval(timer);
      navigator.vibrate?.(0);
    };
  }, [ring, ringer]);
}
