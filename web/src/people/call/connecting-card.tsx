import { Avatar, avatarHue } from "@chamcall/react";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { Callee } from "../people-context.ts";

/** Where the other will be in a moment. */
export function ConnectingCard({ peer }: { peer: Callee }) {
  const { t } = useTranslation();
  return (
    <section className="connecting" style={{ "--cc-hue": avatarHue(peer.userId) } as CSSProperties}>
      <div className="call-face">
        <i aria-hidden />
        <i aria-hidden />
        <Avatar userId={peer.userId} name={peer.name} />
      </div>
      <p role="status">{t("people.call.connecting", { name: peer.name })}</p>
    </section>
  );
}
