import { Avatar, avatarHue } from "@chamcall/react";
import { Phone, Video } from "lucide-react";
import { Dialog } from "radix-ui";
import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Callee } from "../people-context.ts";
import { SoundButton } from "./sound-button.tsx";

/** The frame of a ringing call: who, what kind, how it stands, and what can be done. On phones it fills the screen. */
export function Sheet(props: {
  role: "dialog" | "alertdialog";
  /** For screen readers; what is seen is the name. */
  title: string;
  peer: Callee;
  video: boolean;
  status: string;
  /** Own picture. */
  preview?: ReactNode;
  children: ReactNode;
}) {
  const { role, title, peer, video, status, preview, children } = props;
  const { t } = useTranslation();
  const stay = (event: Event) => event.preventDefault();
  return (
    <Dialog.Content
      role={role}
      className="call-sheet"
      style={{ "--cc-hue": avatarHue(peer.userId) } as CSSProperties}
      data-testid="call-sheet"
      onEscapeKeyDown={stay}
      onInteractOutside={stay}
      onOpenAutoFocus={(event) => {
        event.preventDefault();
        const sheet = event.currentTarget;
        if (sheet instanceof Element) sheet.querySelector<HTMLElement>("[data-first]")?.focus();
      }}
    >
      <header className="call-sheet-head">
        <span className="call-kind">
          {video ? <Video aria-hidden /> : <Phone aria-hidden />}
          {video ? t("people.call.videoCall") : t("people.call.voiceCall")}
        </span>
        <SoundButton />
      </header>
      <div className="call-who">
        <div className="call-face">
          <i aria-hidden />
          <i aria-hidden />
          <Avatar userId={peer.userId} name={peer.name} />
        </div>
        <Dialog.Title className="sr-only">{title}</Dialog.Title>
        <p className="call-name" aria-hidden>
          {peer.name}
        </p>
        <Dialog.Description className="call-status" aria-live="polite">
          {status}
        </Dialog.Description>
      </div>
      {preview}
      <div className="call-answers">{children}</div>
    </Dialog.Content>
  );
}
