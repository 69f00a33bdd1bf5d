import type { IceServer } from "../ice.ts";
import type { WireError } from "../wire-error.ts";
import type { RequestName } from "./requests.ts";

/** Fresh credentials for a seat that is kept. */
export interface Credentials {
  token: string;
  iceServers: IceServer[];
  /** Seconds that both live. */
  ttl: number;
}

/** Acknowledgement of a request. */
export type Reply<N extends RequestName> =
  | ({ ok: true } & (N extends "renew-credentials" ? Credentials : object))
  | { ok: false; error: WireError };
