import { MonitorSmartphone, PhoneCall } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

/** The ways into a call that need no room: by someone's name, and from one device to another. */
export function OtherWays() {
  const { t } = useTranslation();
  return (
    <nav className="other-ways" aria-label={t("home.others.label")}>
      <Link to="/people" className="other-way">
        <PhoneCall aria-hidden />
        <span className="other-way-title">{t("home.others.people")}</span>
        <span className="other-way-text">{t("home.others.peopleText")}</span>
      </Link>
      <Link to="/pair" className="other-way">
        <MonitorSmartphone aria-hidden />
        <span className="other-way-title">{t("home.others.pair")}</span>
        <span className="other-way-text">{t("home.others.pairText")}</span>
      </Link>
    </nav>
  );
}
