import { Check, Copy, Share2 } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../lib/notices.ts";
import { Button } from "../ui/button.tsx";
import { useCopy } from "../ui/use-copy.ts";
import type { OfferState } from "./code-offer.ts";
import { formatCode } from "./format-code.ts";
import { pairLink } from "./pair-link.ts";
import { QrCode } from "./qr-code.tsx";
import { TimeLeft } from "./time-left.tsx";

/** The code, huge, with its QR code and its time; the same card, empty, while there is none yet. */
export function CodeCard({ offer }: { offer?: Extract<OfferState, { state: "showing" }> }) {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const code = offer?.code;
  const link = code === undefined ? undefined : pairLink(code);
  const spoken = code === undefined ? undefined : t("pair.show.spoken", { code: [...code].join(" ") });
  useEffect(() => {
    if (spoken !== undefined) announce(spoken);
  }, [spoken]);
  return (
    <div className="code-card" aria-busy={offer === undefined}>
      <p className="code" data-testid="pair-code">
        <span className="sr-only">{spoken ?? t("pair.show.asking")}</span>
        <span aria-hidden>
          {Object.entries(formatCode(code ?? "········")).map(([place, character]) => (
            <span key={place} data-dash={character === "-"}>
              {character}
            </span>
          ))}
        </span>
      </p>
      <QrCode text={link} label={t("pair.show.qr")} />
      <TimeLeft until={offer?.until} />
      <div className="code-actions">
        <Button onClick={() => link !== undefined && copy(link)} disabled={link === undefined} wide>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copied ? t("app.copied") : t("pair.show.copy")}
        </Button>
        {typeof navigator.share === "function" && (
          // Closing the system's sheet rejects; there is nothing to tell.
          <Button onClick={() => void navigator.share({ url: link }).catch(() => {})} disabled={!link} wide>
            <Share2 aria-hidden />
            {t("pair.show.share")}
          </Button>
        )}
      </div>
      <p className="code-hint" role="status">
        {offer?.contact === "lost" ? t("pair.show.lost") : t("pair.show.scan", { address: `${location.host}/pair` })}
      </p>
    </div>
  );
}
