import type { LocalMedia, MediaSnapshot } from "@chamcall/client";
import { ControlButton } from "@chamcall/react";
import { SlidersHorizontal } from "lucide-react";
import { Popover } from "radix-ui";
import { useTranslation } from "react-i18next";
import { DevicePickers } from "../device-pickers.tsx";

/** The bar's button for camera, microphone and speaker. */
export function DevicesControl({ media, snapshot }: { media: LocalMedia; snapshot: MediaSnapshot }) {
  const { t } = useTranslation();
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <ControlButton label={t("room.media.devices")} icon={<SlidersHorizontal />} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover"
          side="top"
          sideOffset={14}
          collisionPadding={12}
          aria-label={t("room.media.devices")}
        >
          <h2 className="popover-title">{t("room.media.devices")}</h2>
          <DevicePickers media={media} snapshot={snapshot} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
