import type { LocalMedia } from "@chamcall/client";
import type { PeopleHandle } from "@chamcall/react";
import { createContext, useContext } from "react";
import type { KeptIdentity } from "./identity-store.ts";
import type { Ticket } from "./ticket.ts";

/** Someone to ring. */
export interface Callee {
  userId: string;
  name: string;
}

/** What the People page and a call share. */
export interface PeopleScopeValue extends PeopleHandle {
  /** Under which name this browser is online, or was. */
  kept: KeptIdentity | undefined;
  comeOnline(identity: KeptIdentity, ticket: Ticket): void;
  /** Back to picking a name; `keep` offers the one of before. */
  signOut(keep: boolean): void;
  /** Rings someone; what comes of it shows in `call`. */
  ring(callee: Callee, video: boolean): void;
  /** Camera and microphone, from ringing to the end of the call. */
  media: LocalMedia | undefined;
}

export const PeopleContext = createContext<PeopleScopeValue | undefined>(undefined);

/** Only inside of the provider. */
export function usePeopleScope(): PeopleScopeValue {
  const value = useContext(PeopleContext);
  if (value === undefined) throw new Error("Nobody is online here.");
  return value;
}
