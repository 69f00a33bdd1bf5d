import type { ActiveCall } from "@chamcall/client";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadingScreen } from "../../ui/loading-screen.tsx";
import { usePeopleScope } from "../people-context.ts";
import { LiveCall } from "./live-call.tsx";

/** A room that is a call by name: straight into it, and back to the people when it is over. */
export function CallRoom({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const { call, media } = usePeopleScope();
  // Another tab that takes the call over takes it from here, before its room follows.
  const [seen, setSeen] = useState<ActiveCall>();
  const active = call.state === "active" && call.room.roomId === roomId ? call : seen;
  if (active !== seen) setSeen(active);
  if (active === undefined || media === undefined) return <LoadingScreen text={t("room.resuming")} />;
  return <LiveCall key={active.callId} active={active} media={media} />;
}
