import { type RoomHandle, type RoomPhase, useMedia } from "@chamcall/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { preferences } from "../lib/preferences.ts";
import { addRecentRoom } from "../lib/recent-rooms.ts";
import { recentRooms } from "../lib/recent-rooms-store.ts";
import { LoadingScreen } from "../ui/loading-screen.tsx";
import { CallView } from "./call/call-view.tsx";
import { PreJoin } from "./prejoin/pre-join.tsx";
import { useKeptSwitches } from "./use-kept-switches.ts";

type LivePhase = Extract<RoomPhase, { phase: "ready" | "password" | "joining" | "joined" }>;

/** From the preview into the call with the same camera and microphone; `direct` skips the preview where a seat is kept. */
export function LiveRoom(props: { roomId: string; room: RoomHandle; state: LivePhase; direct: boolean }) {
  const { roomId, room, state, direct } = props;
  const { t } = useTranslation();
  const [saved] = useState(preferences.get);
  const { media, snapshot } = useMedia(saved);
  useKeptSwitches(snapshot, state.phase === "joined");
  const [resuming] = useState(
    () => direct && (state.phase === "ready" || state.phase === "password") && state.resumable && saved.name !== "",
  );
  const resumed = useRef(false);
  const { rejoin } = room;
  useEffect(() => {
    if (!resuming || resumed.current || media === undefined) return;
    resumed.current = true;
    void rejoin({ displayName: saved.name, media });
  }, [resuming, media, rejoin, saved.name]);
  useEffect(() => {
    if (state.phase === "joined") recentRooms.set(addRecentRoom(recentRooms.get(), roomId, Date.now()));
  }, [state.phase, roomId]);

  return (
    <>
      <title>{t("room.title", { room: roomId })}</title>
      {state.phase === "joined" ? (
        <CallView roomId={roomId} call={state.call} media={snapshot} onLeave={() => void room.leave()} />
      ) : resuming ? (
        <LoadingScreen text={t("room.resuming")} />
      ) : (
        <PreJoin
          roomId={roomId}
          state={state}
          media={media}
          snapshot={snapshot}
          onRefresh={room.refresh}
          onJoin={(request) => void room.join(request)}
        />
      )}
    </>
  );
}
