import type { EmbedOptions } from "./embed-options.ts";

/** Address of the frame; the token and the name stay in the fragment. `parentOrigin` is whom it will talk to. */
export function frameUrl(options: EmbedOptions, parentOrigin: string): URL {
  const { serverUrl, roomId, token, userName, userId, audio, video, theme } = options;
  const url = new URL("/embed", serverUrl);
  const shown = { roomId, parentOrigin, audio, video, theme };
  url.search = listOf(shown);
  url.hash = listOf({ token, userName, userId });
  return url;
}

function listOf(values: Record<string, string | boolean | undefined>): string {
  const list = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) list.set(name, String(value));
  return String(list);
}
