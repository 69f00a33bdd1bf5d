import type { Call } from "@chamcall/client";
import { ControlButton, copyText, useFullScreen, useWebRTC } from "@chamcall/react";
import {
  Ellipsis,
  Keyboard,
  Link,
  Maximize,
  Minimize,
  MonitorUp,
  MonitorX,
  Settings2,
  SlidersHorizontal,
} from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../../lib/notices.ts";
import { roomUrl } from "../../lib/room-url.ts";
import type { CallDialog } from "./call-dialog.ts";

/** The menu for what has no place in the bar; on phones that is more. */
export function MoreControl(props: {
  call: Call;
  compact: boolean;
  /** A call by name: there is no link to copy and nothing to set. */
  direct: boolean;
  onOpen: (dialog: CallDialog) => void;
}) {
  const { call, compact, direct, onOpen } = props;
  const { t } = useTranslation();
  const { self, room } = useWebRTC(call);
  const fullScreen = useFullScreen();
  const canShare = typeof navigator.mediaDevices.getDisplayMedia === "function";
  const allowed = room.settings.allowScreenShare || self.role === "host";
  const copyLink = async () => {
    if (await copyText(roomUrl(call.getSnapshot().roomId))) toast(t("labels.linkCopied"));
    else toast(t("app.copyFailed"), { tone: "problem" });
  };
  const share = () =>
    void call.setScreenShareEnabled(!self.screen).catch(() => toast(t("room.call.failed"), { tone: "problem" }));
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <ControlButton label={t("room.call.more")} icon={<Ellipsis />} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" side="top" align="end" sideOffset={14} collisionPadding={12}>
          {compact && canShare && (allowed || self.screen) && (
            <Item
              icon={self.screen ? <MonitorX /> : <MonitorUp />}
              text={self.screen ? t("labels.stopSharing") : t("labels.shareScreen")}
              onSelect={share}
            />
          )}
          {compact && (
            <>
              {!direct && <Item icon={<Link />} text={t("labels.copyLink")} onSelect={() => void copyLink()} />}
              <Item icon={<SlidersHorizontal />} text={t("room.media.devices")} onSelect={() => onOpen("devices")} />
            </>
          )}
          {compact && fullScreen.supported && (
            <Item
              icon={fullScreen.active ? <Minimize /> : <Maximize />}
              text={fullScreen.active ? t("labels.exitFullScreen") : t("labels.enterFullScreen")}
              onSelect={fullScreen.toggle}
            />
          )}
          {!direct && self.role === "host" && (
            <Item icon={<Settings2 />} text={t("room.call.settings")} onSelect={() => onOpen("settings")} />
          )}
          <Item icon={<Keyboard />} text={t("room.call.shortcuts")} onSelect={() => onOpen("shortcuts")} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ icon, text, onSelect }: { icon: ReactNode; text: string; onSelect: () => void }) {
  return (
    <DropdownMenu.Item className="menu-item" onSelect={onSelect}>
      {icon}
      {text}
    </DropdownMenu.Item>
  );
}
