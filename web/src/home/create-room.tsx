import { Check, Copy, Shuffle } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { createSlug } from "../lib/create-slug.ts";
import { announce } from "../lib/notices.ts";
import { roomUrl } from "../lib/room-url.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { useCopy } from "../ui/use-copy.ts";

/** Offers a fresh room: another name, its link, and in. */
export function CreateRoom() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();
  const [slug, setSlug] = useState(() => createSlug());
  const { copied, copy } = useCopy();
  const another = () => {
    const next = createSlug();
    setSlug(next);
    announce(next);
  };
  return (
    <section className="way" aria-labelledby={id}>
      <h2 id={id}>{t("home.create.title")}</h2>
      <div className="slug">
        <div className="slug-text">
          <span className="slug-host">{`${location.host}/room/`}</span>
          <strong key={slug} data-testid="room-slug">
            {slug}
          </strong>
        </div>
        <IconButton label={t("home.create.another")} icon={<Shuffle />} onClick={another} />
        <IconButton
          label={copied ? t("app.copied") : t("home.create.copy")}
          icon={copied ? <Check /> : <Copy />}
          onClick={() => copy(roomUrl(slug))}
        />
      </div>
      <Button tone="primary" wide onClick={() => navigate(`/room/${slug}`)}>
        {t("home.create.start")}
      </Button>
      <p className="way-hint">{t("home.create.hint")}</p>
    </section>
  );
}
