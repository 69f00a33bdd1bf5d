import type { LocalMedia, OutgoingCall } from "@chamcall/client";
import { PhoneOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AnswerButton } from "./answer-button.tsx";
import { OwnPicture } from "./own-picture.tsx";
import { Sheet } from "./sheet.tsx";

/** It rings at the other side. */
export function OutgoingSheet(props: { call: OutgoingCall; media: LocalMedia | undefined; onCancel: () => void }) {
  const { call, media, onCancel } = props;
  const { t } = useTranslation();
  const { peer, video, callId } = call;
  return (
    <Sheet
      role="dialog"
      title={t("people.call.heading", { name: peer.name })}
      peer={peer}
      video={video}
      status={callId === undefined ? t("people.call.starting") : t("people.call.ringing")}
      preview={<OwnPicture media={media} />}
    >
      <AnswerButton
        label={t("people.call.cancel")}
        icon={<PhoneOff aria-hidden />}
        tone="refuse"
        first
        onClick={onCancel}
      />
    </Sheet>
  );
}
