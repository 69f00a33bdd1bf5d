import { useCountdown } from "@chamcall/react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";

/** Tries again, from `retryAt` (ms epoch) on. */
export function RetryButton({ retryAt, onRetry }: { retryAt: number | undefined; onRetry: () => void }) {
  const { t } = useTranslation();
  const wait = useCountdown(retryAt);
  return (
    <Button tone="primary" onClick={onRetry} disabled={wait > 0}>
      {wait > 0 ? t("room.ends.retryIn", { seconds: wait }) : t("room.ends.retry")}
    </Button>
  );
}
