import type { Call, MediaSnapshot } from "@chamcall/client";
import { Controls, useSocket, useWakeLock, useWebRTC, VideoGrid } from "@chamcall/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCallLabels } from "../../i18n/use-call-labels.ts";
import { toast } from "../../lib/notices.ts";
import { preferences } from "../../lib/preferences.ts";
import { roomUrl } from "../../lib/room-url.ts";
import { useMediaQuery } from "../../lib/use-media-query.ts";
import { useStored } from "../../lib/use-stored.ts";
import { AloneCard } from "./alone-card.tsx";
import { CallBanners } from "./call-banners.tsx";
import type { CallDialog } from "./call-dialog.ts";
import { CallTitle } from "./call-title.tsx";
import { DevicesControl } from "./devices-control.tsx";
import { DevicesDialog } from "./devices-dialog.tsx";
import { MoreControl } from "./more-control.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { SettingsDialog } from "./settings-dialog.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { useCallNotices } from "./use-call-notices.ts";
import { useCallShortcuts } from "./use-call-shortcuts.ts";

/** The call: people fill the space, everything else stays at the edges. `direct` is one by name: it has no link and no settings. */
export function CallView(props: {
  roomId: string;
  call: Call;
  media: MediaSnapshot;
  direct?: { name: string; waiting: ReactNode };
  onLeave: () => void;
}) {
  const { roomId, call, media, direct, onLeave } = props;
  const { t } = useTranslation();
  const labels = useCallLabels();
  const { self, participants, room } = useWebRTC(call);
  const connection = useSocket(call);
  const compact = useMediaQuery("(max-width: 719px), (max-height: 430px)");
  const [{ speakerId }] = useStored(preferences);
  const [peopleOpen, setPeopleOpen] = useState(false);
  const [dialog, setDialog] = useState<CallDialog>();
  const [met, setMet] = useState(false);
  if (participants.length > 0 && !met) setMet(true);
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone; from here a screen reader reads on and Tab goes into the call.
  useEffect(() => heading.current?.focus(), []);
  useWakeLock();
  useCallNotices(call, direct === undefined);
  useCallShortcuts(call, () => setDialog("shortcuts"));

  const closeDialog = () => setDialog(undefined);
  const togglePeople = () => setPeopleOpen(!peopleOpen);
  const failed = () => toast(t("room.call.failed"), { tone: "problem" });
  const more = <MoreControl call={call} compact={compact} direct={direct !== undefined} onOpen={setDialog} />;
  const common = {
    call,
    labels,
    link: roomUrl(roomId),
    peopleOpen,
    onPeople: togglePeople,
    onLeave,
    onError: failed,
    more,
  };

  return (
    <div className="call" data-people={peopleOpen && !compact}>
      <h1 className="sr-only" ref={heading} tabIndex={-1}>
        {direct ? t("people.call.heading", { name: direct.name }) : t("room.call.heading", { room: roomId })}
      </h1>
      <main className="call-stage">
        <VideoGrid
          self={self}
          participants={participants}
          speakerId={speakerId}
          labels={labels}
          alone={direct?.waiting ?? <AloneCard roomId={roomId} met={met} />}
        />
        <CallBanners call={call} connection={connection} self={self} media={media} />
      </main>
      {!direct && (
        <PeoplePanel
          call={call}
          roomId={roomId}
          open={peopleOpen}
          sheet={compact}
          onClose={() => setPeopleOpen(false)}
        />
      )}
      <footer className="call-bar">
        {compact ? (
          <Controls {...common} show={["mic", "camera", ...(direct ? [] : ["people" as const]), "more", "leave"]} />
        ) : (
          <>
            <CallTitle name={direct?.name ?? roomId} locked={room.settings.passwordEnabled} />
            <Controls
              {...common}
              show={["mic", "camera", "screen", "devices", "leave"]}
              devices={<DevicesControl media={call.media} snapshot={media} />}
            />
            <Controls
              {...common}
              labels={{ ...labels, controls: t("room.call.tools") }}
              show={direct ? ["fullscreen", "more"] : ["link", "people", "fullscreen", "more"]}
            />
          </>
        )}
      </footer>
      <DevicesDialog open={dialog === "devices"} media={call.media} snapshot={media} onClose={closeDialog} />
      <ShortcutsDialog open={dialog === "shortcuts"} onClose={closeDialog} />
      {!direct && self.role === "host" && (
        <SettingsDialog open={dialog === "settings"} call={call} room={room} onClose={closeDialog} />
      )}
    </div>
  );
}
