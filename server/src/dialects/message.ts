import type { WireMessage } from "./dialect.ts";

/** One message, as encoders return them. */
export function message(name: string, data: object): WireMessage[] {
  return [{ name, data }];
}
