import type { Call, CallState, MediaSnapshot, ParticipantSnapshot } from "@chamcall/client";
import { Headphones, LoaderCircle, MonitorUp, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** What everyone in the call should know right now; lies over the stage, so that nothing jumps. */
export function CallBanners(props: {
  call: Call;
  connection: CallState;
  self: ParticipantSnapshot;
  media: MediaSnapshot;
}) {
  const { call, connection, self, media } = props;
  const { t } = useTranslation();
  const [dismissed, setDismissed] = useState(false);
  const deaf = media.microphone.state === "unavailable";
  return (
    <div className="banners">
      {connection.state === "reconnecting" && (
        <div className="banner" data-tone="warm" data-testid="reconnecting-banner">
          <LoaderCircle className="cc-spin" aria-hidden />
          <span>
            <strong>{t("room.call.reconnecting")}</strong>
            <small>{t("room.call.reconnectingMedia")}</small>
          </span>
        </div>
      )}
      {self.screen && (
        <div className="banner" data-tone="accent" role="status">
          <MonitorUp aria-hidden />
          <strong>{t("room.call.sharing")}</strong>
          <button type="button" onClick={() => void call.setScreenShareEnabled(false).catch(() => {})}>
            {t("labels.stopSharing")}
          </button>
        </div>
      )}
      {deaf && !dismissed && (
        <div className="banner" role="status" data-testid="listen-only">
          <Headphones aria-hidden />
          <strong>{self.video ? t("room.media.notHeard") : t("room.media.listenOnly")}</strong>
          <button type="button" onClick={() => void call.setMicrophoneEnabled(true).catch(() => {})}>
            {t("room.media.tryAgain")}
          </button>
          <button
            type="button"
            className="banner-close"
            aria-label={t("app.dismiss")}
            onClick={() => setDismissed(true)}
          >
            <X aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
}
