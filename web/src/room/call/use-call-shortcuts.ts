import type { Call } from "@chamcall/client";
import { useShortcuts } from "../use-shortcuts.ts";

/** The keys of a call; a source that can't be turned on tells so by its own notice. */
export function useCallShortcuts(call: Call, onList: () => void): void {
  const set = (work: Promise<void>) => void work.catch(() => {});
  useShortcuts({
    microphone: () => set(call.setMicrophoneEnabled(!call.getSnapshot().self.audio)),
    camera: () => set(call.setCameraEnabled(!call.getSnapshot().self.video)),
    talk: (down) => {
      if (down && call.getSnapshot().self.audio) return false;
      set(call.setMicrophoneEnabled(down));
      return true;
    },
    list: onList,
  });
}
