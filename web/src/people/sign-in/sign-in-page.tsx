import { useTranslation } from "react-i18next";
import { Brand } from "../../ui/brand.tsx";
import { ThemeToggle } from "../../ui/theme-toggle.tsx";
import { RingArt } from "./ring-art.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** Before anyone can ring: which name. `taken` is one that someone else has by now. */
export function SignInPage({ taken }: { taken?: string }) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <title>{t("people.signIn.title")}</title>
      <header className="page-head">
        <Brand />
        <ThemeToggle />
      </header>
      <main className="sign-in">
        <div className="sign-in-intro">
          <h1>{t("people.signIn.headline")}</h1>
          <p>{t("people.signIn.lead")}</p>
        </div>
        <RingArt />
        <SignInForm taken={taken} />
      </main>
    </div>
  );
}
