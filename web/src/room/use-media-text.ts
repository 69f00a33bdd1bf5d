import type { UnavailableReason } from "@chamcall/client";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** Why something can't be captured and what to do about it, in words. */
export function useMediaText(): (source: "camera" | "microphone" | "screen", reason: UnavailableReason) => string {
  const { t } = useTranslation();
  return useCallback(
    (source, reason) => {
      switch (reason) {
        case "permission-denied":
          return t(`room.media.${source}_permission_denied`);
        case "not-found":
          return t(`room.media.${source}_not_found`);
        case "in-use":
          return t(`room.media.${source}_in_use`);
        case "unsupported":
          return t(`room.media.${source}_unsupported`);
      }
    },
    [t],
  );
}
