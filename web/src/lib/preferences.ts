import { createStored } from "./stored.ts";

/** What this device remembers about how someone likes to join. */
export interface Preferences {
  name: string;
  camera: boolean;
  microphone: boolean;
  cameraId?: string;
  microphoneId?: string;
  speakerId?: string;
}

/** Kept in localStorage. */
export const preferences = createStored<Preferences>("chamcall.preferences", parse);

function parse(text: string | null): Preferences {
  const defaults: Preferences = { name: "", camera: true, microphone: true };
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    if (typeof value !== "object" || value === null) return defaults;
    const known = Object.entries(value).filter(([key, entry]) =>
      key === "camera" || key === "microphone" ? typeof entry === "boolean" : typeof entry === "string",
    );
    return { ...defaults, ...Object.fromEntries(known) };
  } catch {
    return defaults;
  }
}
