import type { UserCall } from "@chamcall/client";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Tells of an incoming call outside of the page while nobody looks at it, where the person has allowed that. */
export function useCallNotification(call: UserCall): void {
  const { t } = useTranslation();
  const caller = call.state === "incoming" ? call.peer.name : undefined;
  const callId = call.state === "incoming" ? call.callId : "";
  useEffect(() => {
    if (caller === undefined) return;
    let shown: Notification | undefined;
    const show = () => {
      if (document.visibilityState === "hidden") shown ??= notify(t("people.call.calling", { name: caller }));
    };
    const notify = (title: string) => {
      if (!("Notification" in window) || Notification.permission !== "granted") return undefined;
      try {
        const options = { body: t("people.call.notification"), tag: callId, icon: "/favicon.svg" };
        const notification = new Notification(title, { ...options, requireInteraction: true });
        notification.onclick = () => {
          window.focus();
          notification.close();
        };
        return notification;
      } catch {
        // Phones show them through a service worker only.
        return undefined;
      }
    };
    show();
    document.addEventListener("visibilitychange", show);
    return () => {
      document.removeEventListener("visibilitychange", show);
      shown?.close();
    };
  }, [caller, callId, t]);
}
