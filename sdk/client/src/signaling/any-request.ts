import type { RequestName, Requests } from "@chamcall/protocol";

/** A request with the data that belongs to its name. */
export type AnyRequest = { [N in RequestName]: { readonly name: N; readonly data: Requests[N] } }[RequestName];
