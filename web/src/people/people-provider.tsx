import { usePeople } from "@chamcall/react";
import { type ReactNode, useCallback, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { errorText } from "../i18n/error-text.ts";
import { toast } from "../lib/notices.ts";
import { callIn } from "./call-state.ts";
import { type Callee, PeopleContext } from "./people-context.ts";
import { CallSheet } from "./ringing/call-sheet.tsx";
import { useCallMedia } from "./use-call-media.ts";
import { useCallNotification } from "./use-call-notification.ts";
import { useCallRoute } from "./use-call-route.ts";
import { useIdentity } from "./use-identity.ts";
import { useRecordedCalls } from "./use-recorded-calls.ts";
import { useRingSound } from "./use-ring-sound.ts";
import "../styles/ringing.css";

/** Someone online: stays while they go from the list of people into a call and back. */
export function PeopleProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { kept, identity, comeOnline, signOut, onSignedIn } = useIdentity();
  const people = usePeople(identity, { onSignedIn });
  const { agent, call, state } = people;
  const isInCall = callIn(useLocation().state) !== undefined;
  const media = useCallMedia(call, state.state === "signed-out" && isInCall);
  useRecordedCalls(agent);
  useRingSound(call);
  useCallNotification(call);
  useCallRoute(people, identity !== undefined);
  const isRinging = call.state === "incoming" || call.state === "outgoing";
  useEffect(() => {
    // What the call needs is there when the other answers.
    if (isRinging) void import("../room/room-page.tsx").catch(() => {});
  }, [isRinging]);
  const ring = useCallback(
    ({ userId, name }: Callee, video: boolean) =>
      void agent?.invite(userId, { video, name }).catch((error: unknown) => {
        // What becomes of a call is told by itself; this is about one that never was.
        if (agent.getSnapshot().call.state === "none") toast(errorText(error, t), { tone: "problem" });
      }),
    [agent, t],
  );
  const value = useMemo(
    () => ({ ...people, kept, comeOnline, signOut, ring, media }),
    [people, kept, comeOnline, signOut, ring, media],
  );
  return (
    <PeopleContext value={value}>
      {children}
      <CallSheet />
    </PeopleContext>
  );
}
