import { useEffect, useRef } from "react";

/** What the keys do; a missing one leaves its key alone. */
export interface Shortcuts {
  microphone?: () => void;
  camera?: () => void;
  /** Space goes down and up. Return false to leave the key alone. */
  talk?: (down: boolean) => boolean;
  list?: () => void;
}

/** Listens to the whole page: Ctrl/⌘+D, Ctrl/⌘+E, Space held, "?". Keys typed into a field stay there. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    let talking = false;
    const down = (event: KeyboardEvent) => {
      const { microphone, camera, talk, list } = latest.current;
      const modifier = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const run = (action: (() => void) | undefined) => {
        if (action === undefined) return;
        event.preventDefault();
        if (!event.repeat) action();
      };
      if (modifier && event.key.toLowerCase() === "d") return run(microphone);
      if (modifier && event.key.toLowerCase() === "e") return run(camera);
      if (isTyping(event.target)) return;
      if (event.key === "?" && !event.ctrlKey && !event.metaKey) return run(list);
      if (event.code === "Space" && !isPressable(event.target)) {
        if (!event.repeat && talk?.(true)) talking = true;
        if (talking) event.preventDefault();
      }
    };
    const stop = () => {
      if (talking) latest.current.talk?.(false);
      talking = false;
    };
    const up = (event: KeyboardEvent) => event.code === "Space" && stop();
    addEventListener("keydown", down);
    addEventListener("keyup", up);
    // The key can come up in another window.
    addEventListener("blur", stop);
    return () => {
      removeEventListener("keydown", down);
      removeEventListener("keyup", up);
      removeEventListener("blur", stop);
    };
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, [role=menuitem], [role=dialog]") !== null;
}
