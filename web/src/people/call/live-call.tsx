import type { ActiveCall, LocalMedia } from "@chamcall/client";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { errorText } from "../../i18n/error-text.ts";
import { toast } from "../../lib/notices.ts";
import { CallView } from "../../room/call/call-view.tsx";
import { useKeptSwitches } from "../../room/use-kept-switches.ts";
import { callSwitches } from "../call-switches.ts";
import { usePeopleScope } from "../people-context.ts";
import { ConnectingCard } from "./connecting-card.tsx";
import { useCallRoom } from "./use-call-room.ts";

/** The call with someone, from the way in to its end. */
export function LiveCall({ active, media }: { active: ActiveCall; media: LocalMedia }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { agent, self, kept } = usePeopleScope();
  const { peer, callId, room } = active;
  const { call, error } = useCallRoom(active, self?.name ?? kept?.userId ?? "", media);
  const snapshot = useSyncExternalStore(media.subscribe, media.getSnapshot);
  const connection = useSyncExternalStore(call?.subscribe ?? never, () => call?.getSnapshot().state);
  useEffect(() => {
    if (callSwitches.get().callId === callId) return;
    callSwitches.set({ callId, camera: active.camera ?? active.video, microphone: true });
  }, [callId, active.camera, active.video]);
  useKeptSwitches(snapshot, call !== undefined, callSwitches);
  useEffect(() => {
    if (error === undefined) return;
    toast(errorText(error, t), { tone: "problem" });
    agent?.hangUp();
  }, [error, agent, t]);
  useEffect(() => {
    if (connection?.state !== "disconnected") return;
    // In another tab it goes on.
    if (connection.reason === "replaced") void navigate("/people", { replace: true });
    else agent?.hangUp();
  }, [connection, agent, navigate]);

  const waiting = <ConnectingCard peer={peer} />;
  return (
    <>
      <title>{t("people.call.with", { name: peer.name })}</title>
      {call === undefined ? (
        <main className="call connecting-page">{waiting}</main>
      ) : (
        <CallView
          roomId={room.roomId}
          call={call}
          media={snapshot}
          direct={{ name: peer.name, waiting }}
          onLeave={() => agent?.hangUp()}
        />
      )}
    </>
  );
}

function never(): () => void {
  return () => {};
}
