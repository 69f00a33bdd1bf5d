import type { UserAgentSnapshot } from "@chamcall/client";
import { Avatar } from "@chamcall/react";
import { Phone, Video } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Callee } from "../people-context.ts";

/** One person who is online, and the two ways to ring them. */
export function PersonLine(props: {
  user: UserAgentSnapshot["users"][number];
  canRing: boolean;
  onRing: (callee: Callee, video: boolean) => void;
}) {
  const { user, canRing, onRing } = props;
  const { t } = useTranslation();
  const { userId, name, status } = user;
  return (
    <li className="line" data-testid="online-person" data-status={status}>
      <span className="line-face" data-status={status}>
        <Avatar userId={userId} name={name} />
      </span>
      <span className="line-words">
        <strong>{name}</strong>
        <small>
          <span className="line-status">{status === "busy" ? t("people.list.busy") : t("people.list.available")}</span>
          {name !== userId && <span className="line-id">{userId}</span>}
        </small>
      </span>
      <span className="line-ways">
        <button
          type="button"
          className="ring-button"
          aria-label={t("people.list.audio", { name })}
          title={t("people.list.audio", { name })}
          disabled={!canRing}
          onClick={() => onRing(user, false)}
        >
          <Phone aria-hidden />
        </button>
        <button
          type="button"
          className="ring-button"
          data-tone="primary"
          aria-label={t("people.list.video", { name })}
          title={t("people.list.video", { name })}
          disabled={!canRing}
          onClick={() => onRing(user, true)}
        >
          <Video aria-hidden />
        </button>
      </span>
    </li>
  );
}
