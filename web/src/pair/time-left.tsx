import { useCountdown } from "@chamcall/react";
import { useTranslation } from "react-i18next";
import { formatClock } from "../lib/format-clock.ts";
import { codeLifeMs } from "./code-offer.ts";

/** A ring that runs out, and the time left until `until` (ms epoch); full and empty of words before there is one. */
export function TimeLeft({ until }: { until: number | undefined }) {
  const { t } = useTranslation();
  const left = useCountdown(until) * 1000;
  const share = until === undefined ? 1 : Math.min(1, left / codeLifeMs);
  return (
    <div className="time-left" data-soon={until !== undefined && left <= 30_000}>
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r="15.5" className="time-left-track" />
        <circle cx="18" cy="18" r="15.5" className="time-left-run" pathLength="1" strokeDasharray={`${share} 1`} />
      </svg>
      <div>
        <span className="time-left-label">{t("pair.show.left")}</span>
        <span className="time-left-clock" role="timer" aria-label={t("pair.show.left")}>
          {until === undefined ? "–:––" : formatClock(left)}
        </span>
      </div>
    </div>
  );
}
