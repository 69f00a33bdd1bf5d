import type { Call } from "@chamcall/client";
import { Maximize, Mic, MicOff, Minimize, MonitorUp, MonitorX, PhoneOff, Users, Video, VideoOff } from "lucide-react";
import { type MouseEvent, type ReactNode, useSyncExternalStore } from "react";
import { useFullScreen } from "../hooks/use-full-screen.ts";
import type { Labels } from "../text/labels.ts";
import { withDefaults } from "../text/with-defaults.ts";
import { ControlButton } from "./control-button.tsx";
import { CopyLinkButton } from "./copy-link-button.tsx";

/** One of the bar's buttons. `devices` and `more` show what the slots of that name hold. */
export type ControlName = "mic" | "camera" | "screen" | "devices" | "people" | "link" | "fullscreen" | "more" | "leave";

export interface ControlsProps {
  call: Call;
  /** Which buttons, in order. Default: all but `more`. */
  show?: readonly ControlName[];
  /** Link that the copy button copies. Default: the page's own address. */
  link?: string;
  peopleOpen?: boolean;
  onPeople?: () => void;
  /** Default: leaves the call. */
  onLeave?: () => void;
  /** What went wrong when a source could not be turned on or off. */
  onError?: (error: unknown) => void;
  /** Your own device menu and overflow menu: any element, `ControlButton` fits best. */
  devices?: ReactNode;
  more?: ReactNode;
  labels?: Partial<Labels> | undefined;
}

const all: readonly ControlName[] = ["mic", "camera", "screen", "devices", "people", "link", "fullscreen", "leave"];
const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
const key = (letter: string) => (isMac ? `⌘ ${letter}` : `Ctrl + ${letter}`);

/** The bar under a call: what one sends, who is there, the link, and the way out. */
export function Controls(props: ControlsProps) {
  const { call, show = all, peopleOpen = false, onPeople, onLeave, onError = () => {}, devices, more } = props;
  const labels = withDefaults(props.labels);
  const { self, participants, room } = useSyncExternalStore(call.subscribe, call.getSnapshot);
  const fullScreen = useFullScreen();
  const run = (work: Promise<void>) => void work.catch(onError);
  // With the focus on a button, Space would press it instead of doing what the page uses it for (holding it to talk).
  const keepFocus = (event: MouseEvent) => event.preventDefault();
  const canShare = typeof navigator.mediaDevices?.getDisplayMedia === "function";

  const button = (name: ControlName): ReactNode => {
    switch (name) {
      case "mic":
        return (
          <ControlButton
            label={self.audio ? labels.turnMicrophoneOff : labels.turnMicrophoneOn}
            shortcut={key("D")}
            aria-keyshortcuts="Control+D Meta+D"
            tone={self.audio ? "plain" : "off"}
            icon={self.audio ? <Mic /> : <MicOff />}
            onMouseDown={keepFocus}
            onClick={() => run(call.setMicrophoneEnabled(!self.audio))}
          />
        );
      case "camera":
        return (
          <ControlButton
            label={self.video ? labels.turnCameraOff : labels.turnCameraOn}
            shortcut={key("E")}
            aria-keyshortcuts="Control+E Meta+E"
            tone={self.video ? "plain" : "off"}
            icon={self.video ? <Video /> : <VideoOff />}
            onMouseDown={keepFocus}
            onClick={() => run(call.setCameraEnabled(!self.video))}
          />
        );
      case "screen": {
        if (!canShare) return null;
        const allowed = room.settings.allowScreenShare || self.role === "host";
        const label = self.screen ? labels.stopSharing : allowed ? labels.shareScreen : labels.screenShareNotAllowed;
        return (
          <ControlButton
            label={label}
            aria-disabled={!allowed && !self.screen}
            tone={self.screen ? "active" : "plain"}
            icon={self.screen ? <MonitorX /> : <MonitorUp />}
            onMouseDown={keepFocus}
            onClick={() => (allowed || self.screen) && run(call.setScreenShareEnabled(!self.screen))}
          />
        );
      }
      case "devices":
        return devices;
      case "people":
        return (
          <ControlButton
            label={labels.people}
            aria-pressed={peopleOpen}
            tone={peopleOpen ? "active" : "plain"}
            badge={participants.length + 1}
            icon={<Users />}
            onMouseDown={keepFocus}
            onClick={onPeople}
          />
        );
      case "link":
        return <CopyLinkButton link={props.link} labels={labels} />;
      case "fullscreen":
        if (!fullScreen.supported) return null;
        return (
          <ControlButton
            label={fullScreen.active ? labels.exitFullScreen : labels.enterFullScreen}
            icon={fullScreen.active ? <Minimize /> : <Maximize />}
            onMouseDown={keepFocus}
            onClick={fullScreen.toggle}
          />
        );
      case "more":
        return more;
      case "leave":
        return (
          <ControlButton
            label={labels.leave}
            tone="leave"
            icon={<PhoneOff />}
            onClick={onLeave ?? (() => run(call.leave()))}
          />
        );
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="cc-controls" role="group" aria-label={labels.controls}>
      {show.map((name) => (
        <Slot key={name}>{button(name)}</Slot>
      ))}
    </div>
  );
}

function Slot({ children }: { children: ReactNode }) {
  return children;
}
