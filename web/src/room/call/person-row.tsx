import type { ParticipantSnapshot } from "@chamcall/client";
import { Avatar, QualityBars } from "@chamcall/react";
import { Mic, MicOff, MonitorUp, UserRoundMinus, Video, VideoOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCallLabels } from "../../i18n/use-call-labels.ts";
import { TooltipButton } from "../../ui/tooltip-button.tsx";

/** One line of the people panel. */
export function PersonRow({
  participant,
  onRemove,
}: {
  participant: ParticipantSnapshot;
  onRemove: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const labels = useCallLabels();
  const { userId, name, isSelf, role, audio, video, screen, quality } = participant;
  return (
    <li className="person" data-testid="person" data-user-id={userId}>
      <Avatar userId={userId} name={name} />
      <div className="person-name">
        <span>{isSelf ? t("room.people.you", { name }) : name}</span>
        {role === "host" && <small className="badge">{t("room.people.host")}</small>}
      </div>
      <div className="person-state">
        {screen && <MonitorUp role="img" aria-label={t("room.people.sharing")} />}
        {!isSelf && <QualityBars quality={quality} labels={labels} />}
        {video ? (
          <Video role="img" aria-label={t("room.people.cameraOn")} />
        ) : (
          <VideoOff role="img" aria-label={t("room.people.cameraOff")} data-off />
        )}
        {audio ? (
          <Mic role="img" aria-label={t("room.people.microphoneOn")} />
        ) : (
          <MicOff role="img" aria-label={t("room.people.microphoneOff")} data-off />
        )}
      </div>
      {onRemove !== undefined && (
        <TooltipButton label={t("room.people.remove", { name })} icon={<UserRoundMinus />} onClick={onRemove} />
      )}
    </li>
  );
}
