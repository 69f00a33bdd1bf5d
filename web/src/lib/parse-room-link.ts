import { isRoomId } from "./is-room-id.ts";

/** What someone typed or pasted to get into a room. */
export type ParsedRoomLink =
  | { kind: "room"; roomId: string }
  /** A room's link, but on another server. */
  | { kind: "elsewhere"; host: string }
  | { kind: "invalid" }
  | { kind: "empty" };

/** Understands a name, a name with spaces, a path and a whole link. `host` is this page's own, port included. */
export function parseRoomLink(input: string, host: string): ParsedRoomLink {
  const text = input.trim();
  if (text === "") return { kind: "empty" };
  const link = /^(?:https?:\/\/)?(?<host>[^/?#\s]*)\/room\/(?<room>[^/?#\s]+)\/?(?:[?#].*)?$/i.exec(
    text.startsWith("room/") ? `/${text}` : text,
  )?.groups;
  if (link !== undefined) {
    if (link.host && link.host.toLowerCase() !== host.toLowerCase()) return { kind: "elsewhere", host: link.host };
    return room(decode(link.room ?? ""));
  }
  return room(text.replace(/\s+/g, "-"));
}

function room(roomId: string): ParsedRoomLink {
  return isRoomId(roomId) ? { kind: "room", roomId } : { kind: "invalid" };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
