import type { ChamCallError } from "@chamcall/client";
import { useCountdown } from "@chamcall/react";
import { DoorClosed, Hourglass, PlugZap, UserRoundX, UsersRound } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../../i18n/error-text.ts";
import { Button } from "../../ui/button.tsx";
import { HomeButton } from "../../ui/home-button.tsx";
import { MessageScreen } from "../../ui/message-screen.tsx";
import { UnsupportedScreen } from "./unsupported-screen.tsx";

/** The door stays shut for now: why, and the way to try again. A restarting server is tried again by itself. */
export function RefusedScreen(props: { error: ChamCallError; retryAt?: number | undefined; onRetry: () => void }) {
  const { error, retryAt, onRetry } = props;
  const { t } = useTranslation();
  const wait = useCountdown(retryAt);
  const selfHealing = error.code === "DRAINING";
  useEffect(() => {
    if (!selfHealing) return;
    const timer = setTimeout(onRetry, Math.max(1000, (retryAt ?? 0) - Date.now()));
    return () => clearTimeout(timer);
  }, [selfHealing, retryAt, onRetry]);

  const { icon, title, text } = describe();
  if (error.code === "UNSUPPORTED_BROWSER") return <UnsupportedScreen />;
  return (
    <MessageScreen icon={icon} tone="warm" title={title} text={text}>
      <Button tone="primary" onClick={onRetry} disabled={wait > 0}>
        {wait > 0 ? t("room.ends.retryIn", { seconds: wait }) : t("room.ends.retry")}
      </Button>
      <HomeButton />
    </MessageScreen>
  );

  function describe(): { icon: ReactNode; title: string; text: string } {
    switch (error.code) {
      case "ROOM_FULL":
        return {
          icon: <UsersRound />,
          title: t("room.ends.fullTitle"),
          text:
            error.maxParticipants === undefined
              ? errorText(error, t)
              : t("room.ends.fullText", { count: error.maxParticipants }),
        };
      case "RATE_LIMITED":
      case "TOO_MANY_ATTEMPTS":
        return { icon: <Hourglass />, title: t("room.ends.busyTitle"), text: t("room.ends.busyText") };
      case "DRAINING":
        return { icon: <Hourglass />, title: t("room.ends.drainingTitle"), text: t("room.ends.drainingText") };
      case "SERVER_UNREACHABLE":
      case "CLOSED":
        return { icon: <PlugZap />, title: t("room.ends.goneTitle"), text: errorText(error, t) };
      case "USER_ID_TAKEN":
        return { icon: <UserRoundX />, title: t("room.ends.identityTitle"), text: errorText(error, t) };
      default:
        return { icon: <DoorClosed />, title: t("room.ends.otherTitle"), text: errorText(error, t) };
    }
  }
}
