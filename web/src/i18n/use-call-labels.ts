import type { Labels } from "@chamcall/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** The texts of the components of @chamcall/react in the current language. */
export function useCallLabels(): Labels {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      ...t("labels", { returnObjects: true }),
      unreachable: (name) => t("labels.unreachable", { name }),
      sharedScreen: (name) => t("labels.sharedScreen", { name }),
      passwordHint: (hint) => t("labels.passwordHint", { hint }),
      passwordWait: (seconds) => t("labels.passwordWait", { seconds }),
    }),
    [t],
  );
}
