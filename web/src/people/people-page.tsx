import { isSupported } from "@chamcall/client";
import { AppWindow, PlugZap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { errorText } from "../i18n/error-text.ts";
import { UnsupportedScreen } from "../room/ends/unsupported-screen.tsx";
import { Button } from "../ui/button.tsx";
import { HomeButton } from "../ui/home-button.tsx";
import { MessageScreen } from "../ui/message-screen.tsx";
import { Lobby } from "./lobby/lobby.tsx";
import { usePeopleScope } from "./people-context.ts";
import { SignInPage } from "./sign-in/sign-in-page.tsx";
import "../styles/people-page.css";

/** `/people`: pick a name, then see who is here, ring and be rung. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { kept, state, restart } = usePeopleScope();
  if (!isSupported()) return <UnsupportedScreen />;
  if (kept === undefined || kept.signedOut) return <SignInPage />;
  switch (state.state) {
    case "refused":
      if (state.error.code === "USER_ID_TAKEN") return <SignInPage taken={kept.userId} />;
      return (
        <MessageScreen
          icon={<PlugZap />}
          tone="problem"
          title={t("people.ends.offlineTitle")}
          text={errorText(state.error, t)}
        >
          <Button tone="primary" onClick={restart}>
            {t("people.ends.retry")}
          </Button>
          <HomeButton />
        </MessageScreen>
      );
    case "signed-out":
      return (
        <MessageScreen
          icon={<AppWindow />}
          tone="warm"
          title={t("people.ends.replacedTitle")}
          text={t("people.ends.replacedText")}
        >
          <Button tone="primary" onClick={restart}>
            {t("people.ends.replacedAction")}
          </Button>
          <HomeButton />
        </MessageScreen>
      );
    case "connecting":
    case "online":
    case "reconnecting":
      return <Lobby />;
  }
}
