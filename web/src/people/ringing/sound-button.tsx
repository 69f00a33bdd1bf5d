import { Bell, BellOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStored } from "../../lib/use-stored.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { soundStore } from "../sound/sound-store.ts";

/** Turns the ringing sound off and on, for this call and the next ones. */
export function SoundButton() {
  const { t } = useTranslation();
  const [isOn, set] = useStored(soundStore);
  return (
    <IconButton
      label={isOn ? t("people.call.soundOff") : t("people.call.soundOn")}
      icon={isOn ? <Bell aria-hidden /> : <BellOff aria-hidden />}
      onClick={() => set(!isOn)}
    />
  );
}
