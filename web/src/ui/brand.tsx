import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Logo } from "./logo.tsx";

/** Mark and name; leads home. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <Link to="/" className="brand">
      <Logo />
      <span>{t("app.name")}</span>
    </Link>
  );
}
