import { Check, Copy, Share2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { roomUrl } from "../../lib/room-url.ts";
import { Button } from "../../ui/button.tsx";
import { useCopy } from "../../ui/use-copy.ts";

/** Where the second person will be: the link to bring them in. */
export function AloneCard({ roomId, met }: { roomId: string; met: boolean }) {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const link = roomUrl(roomId);
  return (
    <section className="alone" aria-label={t("room.call.alone.title")}>
      <div className="alone-art" aria-hidden>
        <i />
        <i />
      </div>
      <h2>{met ? t("room.call.alone.left") : t("room.call.alone.title")}</h2>
      <p>{t("room.call.alone.text")}</p>
      <p className="alone-link">{link.replace(/^https?:\/\//, "")}</p>
      <div className="alone-actions">
        <Button tone="primary" onClick={() => copy(link)}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copied ? t("room.call.alone.copied") : t("room.call.alone.copy")}
        </Button>
        {typeof navigator.share === "function" && (
          // Closing the system's sheet rejects; there is nothing to tell.
          <Button onClick={() => void navigator.share({ url: link }).catch(() => {})}>
            <Share2 aria-hidden />
            {t("room.call.alone.share")}
          </Button>
        )}
      </div>
    </section>
  );
}
