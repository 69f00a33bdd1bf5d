import { createStored } from "./stored.ts";

const stored = createStored("chamcall.device", parse);

/** Who this browser is when it pairs or is rung: a random id, made once. Whoever knows it can ask after this device's codes. */
export function deviceId(): string {
  if (stored.get() === "") {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    stored.set(Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));
  }
  return stored.get();
}

function parse(text: string | null): string {
  return /^"(?<id>[0-9a-f]{32})"$/.exec(text ?? "")?.groups?.id ?? "";
}
