import type { Call, CallSnapshot } from "@chamcall/client";
import { Switch } from "radix-ui";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../../lib/notices.ts";
import { Modal } from "../../ui/modal.tsx";
import { MaxPeople } from "./max-people.tsx";
import { PasswordSetting } from "./password-setting.tsx";
import { useSaving } from "./use-saving.ts";

/** What the host decides about the room; each change counts at once. */
export function SettingsDialog(props: { open: boolean; call: Call; room: CallSnapshot["room"]; onClose: () => void }) {
  const { open, call, room, onClose } = props;
  const { t } = useTranslation();
  const id = useId();
  const { saving, save } = useSaving();
  const { settings } = room;
  const setShare = (allowScreenShare: boolean) =>
    void save(async () => {
      await call.updateRoom({ allowScreenShare });
      toast(allowScreenShare ? t("room.settings.shareOn") : t("room.settings.shareOff"), { about: "settings" });
    });
  const setMax = (maxParticipants: number) =>
    void save(async () => {
      await call.updateRoom({ maxParticipants });
      toast(t("room.settings.maxSaved", { count: maxParticipants }), { about: "settings" });
    });
  return (
    <Modal open={open} onClose={onClose} title={t("room.settings.title")} description={t("room.settings.description")}>
      <div className="settings">
        <PasswordSetting call={call} enabled={settings.passwordEnabled} hint={settings.passwordHint} />
        <MaxPeople value={settings.maxParticipants} disabled={saving} onChange={setMax} />
        <div className="setting">
          <label htmlFor={id} className="setting-words">
            <strong>{t("room.settings.share")}</strong>
            <span>{t("room.settings.shareHelp")}</span>
          </label>
          <Switch.Root
            id={id}
            className="switch"
            checked={settings.allowScreenShare}
            disabled={saving}
            onCheckedChange={setShare}
          >
            <Switch.Thumb className="switch-thumb" />
          </Switch.Root>
        </div>
      </div>
    </Modal>
  );
}
