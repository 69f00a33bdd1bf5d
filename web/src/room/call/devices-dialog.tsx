import type { LocalMedia, MediaSnapshot } from "@chamcall/client";
import { useTranslation } from "react-i18next";
import { Modal } from "../../ui/modal.tsx";
import { DevicePickers } from "../device-pickers.tsx";

/** Camera, microphone and speaker where there is no room for a popover. */
export function DevicesDialog(props: {
  open: boolean;
  media: LocalMedia;
  snapshot: MediaSnapshot;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal open={props.open} onClose={props.onClose} title={t("room.media.devices")}>
      <DevicePickers media={props.media} snapshot={props.snapshot} />
    </Modal>
  );
}
