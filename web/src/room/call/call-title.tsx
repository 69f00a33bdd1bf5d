import { Lock } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatClock } from "../../lib/format-clock.ts";
import { useNow } from "../../lib/use-now.ts";

/** The name of the room, or of whom one talks to, and how long one is in the call. */
export function CallTitle({ name, locked }: { name: string; locked: boolean }) {
  const { t } = useTranslation();
  const [since] = useState(() => Date.now());
  const now = useNow();
  return (
    <div className="call-title">
      <span className="call-room" title={name}>
        {locked && <Lock aria-label={t("room.prejoin.locked")} />}
        <span>{name}</span>
      </span>
      <span className="call-clock" role="timer" aria-label={t("room.call.duration")}>
        {formatClock(now - since)}
      </span>
    </div>
  );
}
