import { useTranslation } from "react-i18next";
import { Brand } from "../../ui/brand.tsx";
import { ThemeToggle } from "../../ui/theme-toggle.tsx";
import { usePeopleScope } from "../people-context.ts";
import { OutcomeCard } from "./outcome-card.tsx";
import { PeopleList } from "./people-list.tsx";
import { RecentCalls } from "./recent-calls-list.tsx";
import { SelfCard } from "./self-card.tsx";

/** Online: who else is, how the last call ended, and the calls of before. */
export function Lobby() {
  const { t } = useTranslation();
  const { call, agent } = usePeopleScope();
  return (
    <div className="page">
      <title>{t("people.title")}</title>
      <header className="page-head">
        <Brand />
        <ThemeToggle />
      </header>
      <main className="lobby">
        <h1>{t("people.heading")}</h1>
        <SelfCard />
        <div className="lobby-main">
          {call.state === "ended" && agent && <OutcomeCard call={call} onDismiss={() => agent.dismiss()} />}
          <PeopleList />
        </div>
        <RecentCalls />
      </main>
    </div>
  );
}
