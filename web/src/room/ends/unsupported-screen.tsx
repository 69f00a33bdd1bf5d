import { GlobeOff, ShieldAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { HomeButton } from "../../ui/home-button.tsx";
import { MessageScreen } from "../../ui/message-screen.tsx";

/** This browser can't call: too old, or the page isn't secure. */
export function UnsupportedScreen() {
  const { t } = useTranslation();
  if (!isSecureContext) {
    return (
      <MessageScreen
        icon={<ShieldAlert />}
        tone="warm"
        title={t("room.ends.insecureTitle")}
        text={t("room.ends.insecureText")}
      >
        <HomeButton />
      </MessageScreen>
    );
  }
  return (
    <MessageScreen
      icon={<GlobeOff />}
      tone="warm"
      title={t("room.ends.unsupportedTitle")}
      text={t("room.ends.unsupportedText")}
    >
      <HomeButton />
    </MessageScreen>
  );
}
