import type { RoomPhase } from "@chamcall/react";
import { AppWindow, PhoneOff, PlugZap, UserRoundX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatClock } from "../../lib/format-clock.ts";
import { Button } from "../../ui/button.tsx";
import { HomeButton } from "../../ui/home-button.tsx";
import { MessageScreen } from "../../ui/message-screen.tsx";
import { RefusedScreen } from "./refused-screen.tsx";

/** After the call: why it ended, how long it was, and the ways on. */
export function LeftScreen(props: {
  /** Of the room, or what else it was. */
  name: string;
  end: Extract<RoomPhase, { phase: "left" }>;
  onRejoin: () => void;
}) {
  const { name, end, onRejoin } = props;
  const { t } = useTranslation();
  const duration = t("room.ends.duration", { room: name, time: formatClock(end.durationMs) });
  switch (end.reason) {
    case "left":
      return (
        <MessageScreen icon={<PhoneOff />} title={t("room.ends.leftTitle")} text={duration}>
          <Button tone="primary" onClick={onRejoin}>
            {t("room.ends.rejoin")}
          </Button>
          <HomeButton />
        </MessageScreen>
      );
    case "ended":
      return (
        <MessageScreen
          icon={<PhoneOff />}
          title={t("room.ends.endedTitle")}
          text={t("room.ends.endedText", { duration })}
        >
          <HomeButton tone="primary" />
        </MessageScreen>
      );
    case "removed":
      return (
        <MessageScreen
          icon={<UserRoundX />}
          tone="problem"
          title={t("room.ends.removedTitle")}
          text={t("room.ends.removedText")}
        >
          <HomeButton tone="primary" />
        </MessageScreen>
      );
    case "replaced":
      return (
        <MessageScreen
          icon={<AppWindow />}
          tone="warm"
          title={t("room.ends.replacedTitle")}
          text={t("room.ends.replacedText")}
        >
          <Button tone="primary" onClick={onRejoin}>
            {t("room.ends.replacedAction")}
          </Button>
          <HomeButton />
        </MessageScreen>
      );
    case "refused":
      if (end.error !== undefined) return <RefusedScreen error={end.error} onRetry={onRejoin} />;
      return <Gone onRejoin={onRejoin} />;
    case "server-gone":
      return <Gone onRejoin={onRejoin} />;
  }
}

function Gone({ onRejoin }: { onRejoin: () => void }) {
  const { t } = useTranslation();
  return (
    <MessageScreen icon={<PlugZap />} tone="problem" title={t("room.ends.goneTitle")} text={t("room.ends.goneText")}>
      <Button tone="primary" onClick={onRejoin}>
        {t("room.ends.retry")}
      </Button>
      <HomeButton />
    </MessageScreen>
  );
}
