import { copyText } from "@chamcall/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { announce, toast } from "../lib/notices.ts";

/** Copies a text and is `copied` for two seconds; speaks it, and says so when the browser refuses. */
export function useCopy(): { copied: boolean; copy: (text: string) => void } {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (text: string) =>
    void copyText(text).then((done) => {
      setCopied(done);
      if (done) announce(t("app.copied"));
      else toast(t("app.copyFailed"), { tone: "problem" });
    });
  return { copied, copy };
}
