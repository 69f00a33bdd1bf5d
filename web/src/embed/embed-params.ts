import { isRoomId } from "../lib/is-room-id.ts";

/** What the address of `/embed` asks for. */
export interface EmbedParams {
  roomId: string;
  token: string;
  userName?: string;
  userId?: string;
  /** Whether to begin with the microphone on. */
  audio: boolean;
  video: boolean;
  theme: "light" | "dark" | "system";
  /** The one origin that is talked to; without it nobody is. */
  parentOrigin?: string;
}

/** Why there is no call. */
export type EmbedProblem = "no-room" | "no-token" | "bad-parameter";

export type ParsedParams =
  | { ok: true; params: EmbedParams }
  | { ok: false; problem: EmbedProblem; parameter?: string; parentOrigin?: string };

/**
 * The one table of parameters. Each may stand in the query or in the fragment, which reaches no server and wins.
 *
 * | parameter | value | default |
 * |---|---|---|
 * | `roomId` | the room | required |
 * | `token` | room token; best in the fragment | required |
 * | `userName`, `userId` | who joins; what the others read is in the token | – |
 * | `audio`, `video` | `true`/`1` or `false`/`0`: what to begin with | `true` |
 * | `theme` | `light`, `dark` or `system` | `system` |
 * | `parentOrigin` | the origin of the page around it | that of `document.referrer` |
 *
 * Unknown parameters are ignored; a known one with a value that isn't valid is a problem, rather than a surprise.
 */
export function parseEmbedParams(address: { search: string; hash: string }, referrer: string): ParsedParams {
  const query = new URLSearchParams(address.search);
  const fragment = new URLSearchParams(address.hash.slice(1));
  const read = (name: string) => fragment.get(name) || query.get(name) || undefined;

  const givenOrigin = read("parentOrigin");
  const parentOrigin = originOf(givenOrigin ?? referrer);
  const known = parentOrigin === undefined ? {} : { parentOrigin };
  const bad = (parameter: string): ParsedParams => ({ ok: false, problem: "bad-parameter", parameter, ...known });
  // An address with a path, or `*`, is no origin.
  if (givenOrigin !== undefined && parentOrigin !== givenOrigin) return bad("parentOrigin");

  const roomId = read("roomId");
  if (roomId === undefined || !isRoomId(roomId)) return { ok: false, problem: "no-room", ...known };
  const token = read("token");
  if (token === undefined) return { ok: false, problem: "no-token", ...known };
  const audio = switchOf(read("audio"));
  if (audio === undefined) return bad("audio");
  const video = switchOf(read("video"));
  if (video === undefined) return bad("video");
  const theme = read("theme") ?? "system";
  if (theme !== "light" && theme !== "dark" && theme !== "system") return bad("theme");
  const userName = read("userName");
  const userId = read("userId");
  const person = { ...(userName !== undefined && { userName }), ...(userId !== undefined && { userId }) };
  return { ok: true, params: { roomId, token, audio, video, theme, ...person, ...known } };
}

/** The address without what must not be seen or kept: the token, and the whole fragment. */
export function withoutSecrets({ pathname, search }: { pathname: string; search: string }): string {
  const query = new URLSearchParams(search);
  query.delete("token");
  return query.size === 0 ? pathname : `${pathname}?${query}`;
}

function switchOf(value: string | undefined): boolean | undefined {
  if (value === undefined || value === "true" || value === "1") return true;
  return value === "false" || value === "0" ? false : undefined;
}

function originOf(address: string): string | undefined {
  const url = URL.parse(address);
  // Native shells serve their pages from schemes of their own, for which URL knows no origin.
  if (url && (url.protocol === "capacitor:" || url.protocol === "ionic:")) return `${url.protocol}//${url.host}`;
  return url === null || url.origin === "null" ? undefined : url.origin;
}
