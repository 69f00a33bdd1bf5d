import type { Identity } from "@chamcall/react";
import { useCallback, useMemo, useState } from "react";
import { deviceId } from "../lib/device-id.ts";
import { useStored } from "../lib/use-stored.ts";
import { identityStore, type KeptIdentity } from "./identity-store.ts";
import type { Ticket } from "./ticket.ts";

interface IdentityHandle {
  /** What is remembered, also after signing out. */
  kept: KeptIdentity | undefined;
  /** Who is to be online. */
  identity: Identity | undefined;
  comeOnline(identity: KeptIdentity, ticket: Ticket): void;
  signOut(keep: boolean): void;
  onSignedIn(reply: { userId: string; userKey: string }): void;
}

/** The name of this browser, kept over reloads with the key that proves it. */
export function useIdentity(): IdentityHandle {
  const [kept, keep] = useStored(identityStore);
  const [ticket, setTicket] = useState<Ticket>();
  const identity = useMemo(() => {
    if (kept === undefined || kept.signedOut) return undefined;
    return { ...kept, deviceId: deviceId(), ...(ticket && { ticket }) };
  }, [kept, ticket]);
  const comeOnline = useCallback(
    (next: KeptIdentity, fresh: Ticket) => {
      setTicket(fresh);
      keep(next);
    },
    [keep],
  );
  const signOut = useCallback(
    (keepName: boolean) => {
      const before = identityStore.get();
      setTicket(undefined);
      keep(keepName && before ? { ...before, signedOut: true } : undefined);
    },
    [keep],
  );
  const onSignedIn = useCallback(
    ({ userId, userKey }: { userId: string; userKey: string }) => {
      const before = identityStore.get();
      if (before?.userId === userId) keep({ ...before, userKey });
    },
    [keep],
  );
  return { kept, identity, comeOnline, signOut, onSignedIn };
}
