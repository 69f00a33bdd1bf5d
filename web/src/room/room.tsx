import { useRoom } from "@chamcall/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { wasReloaded } from "../lib/was-reloaded.ts";
import { LoadingScreen } from "../ui/loading-screen.tsx";
import { LeftScreen } from "./ends/left-screen.tsx";
import { RefusedScreen } from "./ends/refused-screen.tsx";
import { enterIn } from "./enter-state.ts";
import { LiveRoom } from "./live-room.tsx";

/** One room, phase by phase. Camera and microphone live as long as `LiveRoom` is shown. */
export function Room({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const room = useRoom(roomId);
  const enter = enterIn(useLocation().state);
  const { state } = room;
  // Straight back into the call after a reload or "Rejoin"; whoever comes by the link sees the preview first.
  const [direct, setDirect] = useState(wasReloaded);
  const retry = () => void room.reload();
  const rejoin = () => {
    setDirect(true);
    retry();
  };
  switch (state.phase) {
    case "loading":
      return (
        <>
          <title>{t("room.title", { room: enter === undefined ? roomId : t("pair.call.title") })}</title>
          <LoadingScreen text={enter === undefined ? t("room.loading") : t("pair.connecting")} />
        </>
      );
    case "refused":
      return <RefusedScreen error={state.error} retryAt={state.retryAt} onRetry={retry} />;
    case "left":
      return <LeftScreen name={enter === undefined ? roomId : t("pair.call.room")} end={state} onRejoin={rejoin} />;
    default:
      return <LiveRoom roomId={roomId} room={room} state={state} direct={direct} enter={enter} />;
  }
}
