import type { PageQuery } from "@chamcall/protocol";
import { Refusal } from "../../../core/errors.ts";
import type { PageRequest, Position } from "../../../core/ports.ts";

const DEFAULT_LIMIT = 50;

/** One page of a list, and how the next one is asked for. */
export interface Page<T> {
  items: T[];
  next: { nextCursor?: string };
}

/** Answers a page: asks for one entry more than wanted, to know whether any are left. Throws BAD_REQUEST for a bad cursor. */
export async function page<T>(
  { limit = String(DEFAULT_LIMIT), cursor }: PageQuery,
  list: (wanted: PageRequest) => Promise<T[]>,
  positionOf: (item: T) => Position,
): Promise<Page<T>> {
  const most = Number(limit);
  const found = await list({ limit: most + 1, after: cursor === undefined ? undefined : decode(cursor) });
  const items = found.slice(0, most);
  const last = items.at(-1);
  return { items, next: found.length > most && last !== undefined ? { nextCursor: encode(positionOf(last)) } : {} };
}

function encode({ at, id }: Position): string {
  return Buffer.from(`${at}.${id}`).toString("base64url");
}

function decode(cursor: string): Position {
  const [, at, id] = /^(\d{1,15})\.(.+)$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (at !== undefined && id !== undefined) return { at: Number(at), id };
  throw new Refusal("BAD_REQUEST", { message: "That cursor is none: take `nextCursor` of the last answer as it is." });
}
