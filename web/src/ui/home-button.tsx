import { useTranslation } from "react-i18next";
import { Link } from "react-router";

/** Leads home. */
export function HomeButton({ tone = "plain" }: { tone?: "plain" | "primary" }) {
  const { t } = useTranslation();
  return (
    <Link to="/" className="button" data-tone={tone}>
      {t("app.home")}
    </Link>
  );
}
