import type { EndedCall } from "@chamcall/client";
import { Avatar } from "@chamcall/react";
import { Phone, Video, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../../i18n/error-text.ts";
import { formatClock } from "../../lib/format-clock.ts";
import { announce } from "../../lib/notices.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { outcomeKey } from "../outcome-key.ts";
import { usePeopleScope } from "../people-context.ts";

/** How the last call ended, and the way to try again; nothing where the person ended it and knows. */
export function OutcomeCard({ call, onDismiss }: { call: EndedCall; onDismiss: () => void }) {
  const { t } = useTranslation();
  const { state, ring } = usePeopleScope();
  const card = useRef<HTMLElement>(null);
  const { peer, video, missed, reason, error, durationMs = 0 } = call;
  const key = outcomeKey(call);
  const text =
    key === undefined
      ? undefined
      : reason === "refused" && error
        ? errorText(error, t)
        : t(`people.outcome.${key}`, { name: peer.name, time: formatClock(durationMs) });
  useEffect(() => {
    if (text === undefined) return;
    announce(text);
    // Back from the call's page nothing has the focus.
    if (document.activeElement === document.body) card.current?.focus();
  }, [text]);
  if (text === undefined) return null;
  return (
    <section
      ref={card}
      tabIndex={-1}
      className="outcome"
      data-tone={missed ? "missed" : "plain"}
      data-testid="outcome"
      aria-label={t("people.outcome.region")}
    >
      {missed && <title>{t("people.outcome.missedTitle", { name: peer.name })}</title>}
      <Avatar userId={peer.userId} name={peer.name} />
      <p>{text}</p>
      <Button tone="primary" disabled={state.state !== "online"} onClick={() => ring(peer, video)}>
        {video ? <Video aria-hidden /> : <Phone aria-hidden />}
        {missed ? t("people.outcome.back") : t("people.outcome.again")}
      </Button>
      <IconButton label={t("people.outcome.dismiss")} icon={<X aria-hidden />} onClick={onDismiss} />
    </section>
  );
}
