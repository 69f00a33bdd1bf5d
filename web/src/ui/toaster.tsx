import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { dismissToast, noticeStore } from "../lib/notices.ts";

/** Short messages on screen, and what is only for screen readers. */
export function Toaster() {
  const { t } = useTranslation();
  const { toasts, spoken } = useSyncExternalStore(noticeStore.subscribe, noticeStore.getSnapshot);
  return (
    <>
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((entry) => (
          <div key={entry.id} className="toast" data-tone={entry.tone}>
            <span>{entry.text}</span>
            <button type="button" aria-label={t("app.dismiss")} onClick={() => dismissToast(entry.id)}>
              <X aria-hidden />
            </button>
          </div>
        ))}
      </div>
      <div className="sr-only" role="status" aria-live="polite">
        {spoken}
      </div>
    </>
  );
}
