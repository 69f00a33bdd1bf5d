import type { AnsweringCall, IncomingCall, LocalMedia } from "@chamcall/client";
import { Phone, PhoneOff, Video } from "lucide-react";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { AnswerButton } from "./answer-button.tsx";
import { FlashingTitle } from "./flashing-title.tsx";
import { OwnPicture } from "./own-picture.tsx";
import { Sheet } from "./sheet.tsx";
import { useIsDeliberate } from "./use-is-deliberate.ts";

/** It rings here: who it is, and three ways to react. */
export function IncomingSheet(props: {
  call: IncomingCall | AnsweringCall;
  media: LocalMedia | undefined;
  onAccept: (video: boolean) => void;
  onDecline: () => void;
}) {
  const { call, media, onAccept, onDecline } = props;
  const { t } = useTranslation();
  const isDeliberate = useIsDeliberate();
  const { peer, video } = call;
  const { name } = peer;
  const when = (act: () => void) => (event: MouseEvent) => isDeliberate(event) && act();
  const isRinging = call.state === "incoming";
  const withVideo = (
    <AnswerButton
      key="video"
      label={t("people.call.withVideo")}
      icon={<Video aria-hidden />}
      tone={video ? "answer" : "plain"}
      first={video}
      onClick={when(() => onAccept(true))}
    />
  );
  const withoutVideo = (
    <AnswerButton
      key="audio"
      label={video ? t("people.call.withoutVideo") : t("people.call.answer")}
      icon={<Phone aria-hidden />}
      tone={video ? "plain" : "answer"}
      first={!video}
      onClick={when(() => onAccept(false))}
    />
  );
  return (
    <Sheet
      role="alertdialog"
      title={t("people.call.calling", { name })}
      peer={peer}
      video={video}
      status={isRinging ? t("people.call.isCalling") : t("people.call.connecting", { name })}
      preview={<OwnPicture media={media} />}
    >
      <AnswerButton
        label={isRinging ? t("people.call.decline") : t("people.call.cancel")}
        icon={<PhoneOff aria-hidden />}
        tone="refuse"
        onClick={when(onDecline)}
      />
      {isRinging && (video ? [withoutVideo, withVideo] : [withVideo, withoutVideo])}
      {isRinging && <FlashingTitle text={t("people.call.flash", { name })} />}
    </Sheet>
  );
}
