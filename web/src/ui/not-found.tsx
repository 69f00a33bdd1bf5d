import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { HomeButton } from "./home-button.tsx";
import { MessageScreen } from "./message-screen.tsx";

/** No page has this address. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <MessageScreen icon={<Compass />} title={t("problem.notFoundTitle")} text={t("problem.notFoundText")}>
      <HomeButton tone="primary" />
    </MessageScreen>
  );
}
