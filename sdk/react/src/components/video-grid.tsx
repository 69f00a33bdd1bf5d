import type { ParticipantSnapshot } from "@chamcall/client";
import { Volume2 } from "lucide-react";
import { type CSSProperties, type ReactNode, useRef } from "react";
import { usePlaybackBlocked } from "../hooks/use-playback-blocked.ts";
import { useSize } from "../hooks/use-size.ts";
import { arrange } from "../layout/arrange.ts";
import type { Rect } from "../layout/rect.ts";
import { resumePlayback } from "../media/playback.ts";
import type { Labels } from "../text/labels.ts";
import { withDefaults } from "../text/with-defaults.ts";
import { ParticipantVideo } from "./participant-video.tsx";
import { ScreenVideo } from "./screen-video.tsx";

export interface VideoGridProps {
  self: ParticipantSnapshot;
  participants: readonly ParticipantSnapshot[];
  /** Shown where a second person would be, while there is none. */
  alone?: ReactNode;
  /** Where the sound goes: a deviceId of `devices.speakers`. */
  speakerId?: string | undefined;
  labels?: Partial<Labels> | undefined;
}

/**
 * Everyone in the call, filling the element it is put into (give that a size). People first;
 * a shared screen takes the large place with the people in a filmstrip.
 */
export function VideoGrid({ self, participants, alone, speakerId, labels: given }: VideoGridProps) {
  const labels = withDefaults(given);
  const ref = useRef<HTMLElement>(null);
  const size = useSize(ref);
  const blocked = usePlaybackBlocked();
  const people = [...participants, self];
  const screens = participants.filter((participant) => participant.screen && participant.screenVideo !== undefined);
  const showAlone = alone !== undefined && participants.length === 0;
  const layout = size && arrange(people.length + (showAlone ? 1 : 0), screens.length, size.width, size.height);
  const common = { speakerId, labels };
  return (
    <section
      ref={ref}
      className="cc-grid"
      data-testid="grid"
      data-still={size?.byWindow ?? true}
      aria-label={labels.grid}
    >
      {layout !== undefined && (
        <>
          {screens.map((sharer, index) => (
            <Cell key={`screen-${sharer.userId}`} rect={layout.screens[index]}>
              {sharer.screenVideo && <ScreenVideo participant={sharer} track={sharer.screenVideo} {...common} />}
            </Cell>
          ))}
          {people.map((participant, index) => (
            <Cell key={participant.userId} rect={layout.people[index]}>
              <ParticipantVideo participant={participant} {...common} />
            </Cell>
          ))}
          {showAlone && <Cell rect={layout.people[people.length]}>{alone}</Cell>}
        </>
      )}
      {blocked && (
        <button type="button" className="cc-hear" onClick={resumePlayback}>
          <Volume2 aria-hidden />
          {labels.hearEveryone}
        </button>
      )}
    </section>
  );
}

/** Without a place (a container without a size) it stays, unseen: its sound goes on. */
function Cell({ rect, children }: { rect: Rect | undefined; children: ReactNode }) {
  const style: CSSProperties =
    rect === undefined
      ? { visibility: "hidden" }
      : { transform: `translate(${rect.x}px, ${rect.y}px)`, width: rect.width, height: rect.height };
  return (
    <div className="cc-cell" style={style}>
      {children}
    </div>
  );
}
