import { Phone, PhoneIncoming, PhoneMissed, PhoneOutgoing, Video, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatClock } from "../../lib/format-clock.ts";
import { timeAgo } from "../../lib/time-ago.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import type { Callee } from "../people-context.ts";
import type { RecentCall } from "../recent-calls.ts";

/** One call of before: with whom, which way, how it ended, when. */
export function RecentCallLine(props: {
  call: RecentCall;
  now: number;
  canRing: boolean;
  onRing: (callee: Callee, video: boolean) => void;
  onRemove: () => void;
}) {
  const { call, now, canRing, onRing, onRemove } = props;
  const { t, i18n } = useTranslation();
  const { userId, name, direction, video, outcome, at, durationMs } = call;
  const Icon = outcome === "missed" ? PhoneMissed : direction === "incoming" ? PhoneIncoming : PhoneOutgoing;
  const result =
    outcome === "answered" && durationMs !== undefined ? formatClock(durationMs) : t(`people.recent.${outcome}`);
  const again = video ? t("people.list.video", { name }) : t("people.list.audio", { name });
  return (
    <li className="call-line" data-testid="recent-call" data-outcome={outcome}>
      <Icon
        role="img"
        aria-label={direction === "incoming" ? t("people.recent.incoming") : t("people.recent.outgoing")}
      />
      <span className="line-words">
        <strong>{name}</strong>
        <small>
          <span className="call-result">{result}</span>
          <span>{timeAgo(at, now, i18n.language)}</span>
        </small>
      </span>
      <IconButton
        label={again}
        icon={video ? <Video aria-hidden /> : <Phone aria-hidden />}
        disabled={!canRing}
        onClick={() => onRing({ userId, name }, video)}
      />
      <IconButton label={t("people.recent.remove", { name })} icon={<X aria-hidden />} onClick={onRemove} />
    </li>
  );
}
