import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmbedFrame } from "./embed-frame.tsx";
import { EmbedProblemScreen } from "./embed-problem-screen.tsx";
import { takeEmbedParams } from "./take-embed-params.ts";
import "../styles/embed.css";

/** `/embed`: a call for the page around this one. Its parameters are described in `embed-params.ts`. */
export function EmbedPage() {
  const { t } = useTranslation();
  const [parsed] = useState(() => takeEmbedParams());
  return (
    <main className="embed">
      <title>{t("app.name")}</title>
      {parsed.ok ? <EmbedFrame params={parsed.params} /> : <EmbedProblemScreen {...parsed} />}
    </main>
  );
}
