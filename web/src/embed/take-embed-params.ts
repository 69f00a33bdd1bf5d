import { type ParsedParams, parseEmbedParams, withoutSecrets } from "./embed-params.ts";

/** What of a window it takes, so that tests can bring their own. */
interface Place {
  location: Pick<Location, "pathname" | "search" | "hash">;
  history: Pick<History, "state" | "replaceState">;
  document: Pick<Document, "referrer">;
}

/**
 * Reads the address once and takes the token out of it, before anyone can see it there or copy it. A reload of the frame
 * finds the rest in the history entry, which only this page can read.
 */
export function takeEmbedParams({ location, history, document }: Place = window): ParsedParams {
  const { pathname, search, hash } = location;
  const shown = withoutSecrets({ pathname, search });
  const isNew = hash !== "" || shown !== pathname + search;
  const address = isNew ? { search, hash } : (keptIn(history.state) ?? { search, hash });
  history.replaceState({ ...history.state, embed: address }, "", shown);
  return parseEmbedParams(address, document.referrer);
}

function keptIn(state: unknown): { search: string; hash: string } | undefined {
  if (typeof state !== "object" || state === null || !("embed" in state)) return undefined;
  const { embed } = state;
  if (typeof embed !== "object" || embed === null || !("search" in embed) || !("hash" in embed)) return undefined;
  const { search, hash } = embed;
  return typeof search === "string" && typeof hash === "string" ? { search, hash } : undefined;
}
