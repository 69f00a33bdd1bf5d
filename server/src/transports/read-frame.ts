import type { RawData } from "ws";
import { Refusal } from "../core/errors.ts";
import type { WireMessage } from "../dialects/dialect.ts";

/** A frame of JSON `{type, …}` as a message named by its type. Throws BAD_REQUEST. */
export function readFrame(frame: RawData, isBinary: boolean): WireMessage {
  if (isBinary) throw notThat("Send text frames: this one is binary.");
  const data = parse(frame.toString());
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw notThat("A message is a JSON object with a type.");
  }
  if ("type" in data && typeof data.type === "string") return { name: data.type, data };
  throw notThat("The message has no type that is a string.");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notThat("The message is not JSON.");
  }
}

const notThat = (message: string) => new Refusal("BAD_REQUEST", { message });
