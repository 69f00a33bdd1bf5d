import { createEmbedBridge, type EmbedBridge, type EmbedCommand } from "./embed-bridge.ts";

/** The bridge from this window to the one around it, if there is one. */
export function openBridge(parentOrigin: string | undefined, onCommand: (command: EmbedCommand) => void): EmbedBridge {
  const parent = window.parent === window ? undefined : window.parent;
  return createEmbedBridge({ here: window, parent, parentOrigin, onCommand });
}
