import { ChamCallError } from "@chamcall/client";
import type { TFunction } from "i18next";

/** What went wrong and what to do about it, in the person's language. */
export function errorText(error: unknown, t: TFunction): string {
  if (!(error instanceof ChamCallError)) return t("room.call.failed");
  // A newer server may know codes that these texts don't.
  return t(`errors.${error.code}`, { defaultValue: t("room.call.failed") });
}
