import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { EmbedProblem } from "./embed-params.ts";
import { openBridge } from "./open-bridge.ts";

const codes = { "no-room": "NO_ROOM", "no-token": "NO_TOKEN", "bad-parameter": "BAD_PARAMETER" } as const;

/** The address doesn't say which call: a sentence for who built the page, there and in the parent's `error`. */
export function EmbedProblemScreen(props: { problem: EmbedProblem; parameter?: string; parentOrigin?: string }) {
  const { problem, parameter = "", parentOrigin } = props;
  const { t } = useTranslation();
  const text = t(`embed.${problem}`, { parameter });
  useEffect(() => {
    const bridge = openBridge(parentOrigin, () => {});
    bridge.emit("error", { code: codes[problem], message: text, fatal: true });
    return () => bridge.close();
  }, [parentOrigin, problem, text]);
  return (
    <div className="embed-problem">
      <h1>{t("embed.title")}</h1>
      <p role="alert">{text}</p>
    </div>
  );
}
