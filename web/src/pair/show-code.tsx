import { Hourglass, PlugZap } from "lucide-react";
import { useEffect, useId } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../lib/notices.ts";
import { Button } from "../ui/button.tsx";
import { CodeCard } from "./code-card.tsx";
import { NoCode } from "./no-code.tsx";
import type { PairingApi } from "./pairing-api.ts";
import { problemText } from "./problem-text.ts";
import { RetryButton } from "./retry-button.tsx";
import { useCodeOffer } from "./use-code-offer.ts";

/** The half that shows a code, from asking for one to its end. */
export function ShowCode({ api, onPaired }: { api: PairingApi; onPaired: (roomId: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { state, another } = useCodeOffer(api);
  const spoken = state.state === "expired" ? t("pair.show.expiredTitle") : undefined;
  useEffect(() => {
    if (state.state === "paired") onPaired(state.roomId);
  }, [state, onPaired]);
  useEffect(() => {
    if (spoken !== undefined) announce(spoken);
  }, [spoken]);
  return (
    <section className="pair-half pair-show" aria-labelledby={id} data-testid="show-code" data-state={state.state}>
      <h2 id={id}>{t("pair.show.title")}</h2>
      {content()}
    </section>
  );

  function content() {
    switch (state.state) {
      case "asking":
      case "paired":
        return <CodeCard />;
      case "showing":
        return <CodeCard offer={state} />;
      case "expired":
        return (
          <NoCode icon={<Hourglass />} title={t("pair.show.expiredTitle")} text={t("pair.show.expiredText")}>
            <Button tone="primary" onClick={another}>
              {t("pair.show.another")}
            </Button>
          </NoCode>
        );
      case "refused":
        return (
          <NoCode icon={<PlugZap />} title={t("pair.show.refusedTitle")} text={problemText(state.problem, t)}>
            <RetryButton retryAt={state.retryAt} onRetry={another} />
          </NoCode>
        );
    }
  }
}
