import { useTranslation } from "react-i18next";

/** Where the other device will be in a moment, or was. */
export function WaitingCard({ met }: { met: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="alone" role="status">
      <div className="alone-art" aria-hidden>
        <i />
        <i />
      </div>
      <h2>{met ? t("pair.call.left") : t("pair.call.waiting")}</h2>
      <p>{met ? t("pair.call.leftText") : t("pair.call.waitingText")}</p>
    </section>
  );
}
