import { useState } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../../i18n/error-text.ts";
import { toast } from "../../lib/notices.ts";

/** Runs a change, tells while it runs, and shows why it failed. Resolves to whether it worked. */
export function useSaving(): { saving: boolean; save: (work: () => Promise<void>) => Promise<boolean> } {
  const { t } = useTranslation();
  const [saving, setSaving] = useState(false);
  const save = async (work: () => Promise<void>) => {
    setSaving(true);
    try {
      await work();
      return true;
    } catch (error) {
      toast(errorText(error, t), { tone: "problem" });
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { saving, save };
}
