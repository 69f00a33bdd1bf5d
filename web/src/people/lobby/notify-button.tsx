import { BellRing } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce, toast } from "../../lib/notices.ts";

/** Asks the browser for notifications of calls, where it hasn't been asked yet. */
export function NotifyButton() {
  const { t } = useTranslation();
  const [permission, setPermission] = useState(() => ("Notification" in window ? Notification.permission : "denied"));
  if (permission !== "default") return null;
  const ask = async () => {
    const answer = await Notification.requestPermission();
    setPermission(answer);
    if (answer === "granted") announce(t("people.self.notifyOn"));
    if (answer === "denied") toast(t("people.self.notifyDenied"));
  };
  return (
    <button type="button" className="notify" onClick={() => void ask()}>
      <BellRing aria-hidden />
      {t("people.self.notify")}
    </button>
  );
}
