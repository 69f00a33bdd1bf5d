import { type RoomHandle, type RoomPhase, useMedia } from "@chamcall/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { preferences } from "../lib/preferences.ts";
import { addRecentRoom } from "../lib/recent-rooms.ts";
import { recentRooms } from "../lib/recent-rooms-store.ts";
import { PairCall } from "../pair/call/pair-call.tsx";
import { LoadingScreen } from "../ui/loading-screen.tsx";
import { CallView } from "./call/call-view.tsx";
import type { EnterState } from "./enter-state.ts";
import { PreJoin } from "./prejoin/pre-join.tsx";
import { useKeptSwitches } from "./use-kept-switches.ts";

type LivePhase = Extract<RoomPhase, { phase: "ready" | "password" | "joining" | "joined" }>;

/**
 * From the preview into the call with the same camera and microphone. `direct` skips the preview where a seat is kept,
 * `enter` in any case: two devices that have been paired.
 */
export function LiveRoom(props: {
  roomId: string;
  room: RoomHandle;
  state: LivePhase;
  direct: boolean;
  enter: EnterState["enter"] | undefined;
}) {
  const { roomId, room, state, direct, enter } = props;
  const { t } = useTranslation();
  const [saved] = useState(preferences.get);
  const { media, snapshot } = useMedia(saved);
  useKeptSwitches(snapshot, state.phase === "joined", preferences);
  const displayName = enter?.displayName ?? saved.name;
  const [resuming] = useState(() => displayName !== "" && skipsPreview(state, direct, enter !== undefined));
  const resumed = useRef(false);
  const { rejoin } = room;
  useEffect(() => {
    if (!resuming || resumed.current || media === undefined) return;
    resumed.current = true;
    void rejoin({ displayName, media });
  }, [resuming, media, rejoin, displayName]);
  const remembered = enter === undefined;
  useEffect(() => {
    if (state.phase !== "joined" || !remembered) return;
    recentRooms.set(addRecentRoom(recentRooms.get(), roomId, Date.now()));
  }, [state.phase, roomId, remembered]);
  const leave = () => void room.leave();

  return (
    <>
      <title>{t("room.title", { room: enter === undefined ? roomId : t("pair.call.title") })}</title>
      {state.phase === "joined" ? (
        enter === undefined ? (
          <CallView roomId={roomId} call={state.call} media={snapshot} onLeave={leave} />
        ) : (
          <PairCall roomId={roomId} call={state.call} media={snapshot} onLeave={leave} />
        )
      ) : resuming && !asksForPassword(state) ? (
        <LoadingScreen text={enter === undefined ? t("room.resuming") : t("pair.connecting")} />
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

function skipsPreview(state: LivePhase, direct: boolean, always: boolean): boolean {
  if (state.phase !== "ready" && state.phase !== "password") return false;
  return state.resumable ? direct || always : always && state.phase === "ready";
}

/** A kept seat needs none. */
function asksForPassword(state: LivePhase): boolean {
  return state.phase === "password" && !state.resumable;
}
