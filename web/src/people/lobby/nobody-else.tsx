import { Check, Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { useCopy } from "../../ui/use-copy.ts";

/** Nobody to ring yet: the link that brings them here. */
export function NobodyElse() {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const link = `${location.origin}/people`;
  return (
    <section className="nobody">
      <div className="alone-art" aria-hidden>
        <i />
        <i />
      </div>
      <h2>{t("people.list.emptyTitle")}</h2>
      <p>{t("people.list.emptyText")}</p>
      <p className="alone-link">{link.replace(/^https?:\/\//, "")}</p>
      <Button onClick={() => copy(link)}>
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {copied ? t("people.list.copied") : t("people.list.copy")}
      </Button>
    </section>
  );
}
