import { goOnline, signIn, type UserAgent, type UserAgentSnapshot, type UserTicket } from "@chamcall/client";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";

/** Who is online on this device. */
export interface Identity {
  userId: string;
  displayName?: string;
  /** Of the last sign-in under this name. */
  userKey?: string;
  /** One for each browser, kept over reloads. */
  deviceId: string;
  /** A sign-in that has just been made; otherwise the hook makes one. */
  ticket?: UserTicket;
}

/** What `usePeople` returns: who is there, the one call, and what can be done. */
export interface PeopleHandle extends UserAgentSnapshot {
  /** Rings, answers, hangs up; absent without an identity. */
  agent: UserAgent | undefined;
  /** Comes online anew, after `signed-out` or `refused`. */
  restart(): void;
}

type SignedIn = Awaited<ReturnType<typeof signIn>>;

const nobody: UserAgentSnapshot = { state: { state: "connecting" }, users: [], call: { state: "none" } };

/**
 * Online under a name for as long as the component is there and has an identity: the list of people, ringing and being
 * rung. `onSignedIn` hears each sign-in: keep its `userKey`.
 */
export function usePeople(
  identity: Identity | undefined,
  options: { serverUrl?: string; onSignedIn?: (reply: SignedIn) => void } = {},
): PeopleHandle {
  const [round, setRound] = useState(0);
  const [agent, setAgent] = useState<UserAgent>();
  const latest = useRef({ identity, options });
  const usedTicket = useRef<UserTicket>(undefined);
  useEffect(() => {
    latest.current = { identity, options };
  });
  const { userId, displayName, deviceId } = identity ?? {};
  const { serverUrl } = options;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round is another agent
  useEffect(() => {
    if (userId === undefined || deviceId === undefined) return;
    const server = serverUrl === undefined ? {} : { serverUrl };
    const ticket = latest.current.identity?.ticket;
    const isFresh = ticket !== undefined && ticket !== usedTicket.current;
    usedTicket.current = ticket;
    const created = goOnline({
      ...server,
      deviceId,
      ...(isFresh && { ticket }),
      signIn: async () => {
        const userKey = latest.current.identity?.userKey;
        const reply = await signIn({
          ...server,
          userId,
          ...(displayName !== undefined && { displayName }),
          ...(userKey !== undefined && { userKey }),
        });
        latest.current.options.onSignedIn?.(reply);
        return reply;
      },
    });
    created.watchUsers();
    setAgent(created);
    return () => {
      created.close();
      setAgent(undefined);
    };
  }, [userId, displayName, deviceId, serverUrl, round]);
  const snapshot = useSyncExternalStore(agent?.subscribe ?? never, agent?.getSnapshot ?? (() => nobody));
  const restart = useCallback(() => setRound((count) => count + 1), []);
  return useMemo(() => ({ ...snapshot, agent, restart }), [snapshot, agent, restart]);
}

function never(): () => void {
  return () => {};
}
