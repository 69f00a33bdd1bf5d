import { useId } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../lib/notices.ts";
import { useNow } from "../../lib/use-now.ts";
import { useStored } from "../../lib/use-stored.ts";
import { usePeopleScope } from "../people-context.ts";
import { removeRecentCall } from "../recent-calls.ts";
import { recentCalls } from "../recent-calls-store.ts";
import { RecentCallLine } from "./recent-call-line.tsx";

/** The calls of before, on this device; nothing where there are none. */
export function RecentCalls() {
  const { t } = useTranslation();
  const { state, ring } = usePeopleScope();
  const id = useId();
  const now = useNow();
  const [calls, setCalls] = useStored(recentCalls);
  if (calls.length === 0) return null;
  return (
    <section className="calls" aria-labelledby={id}>
      <h2 id={id}>{t("people.recent.title")}</h2>
      <ul>
        {calls.map((call) => (
          <RecentCallLine
            key={call.id}
            call={call}
            now={now}
            canRing={state.state === "online"}
            onRing={ring}
            onRemove={() => {
              setCalls(removeRecentCall(calls, call.id));
              announce(t("people.recent.removed"));
            }}
          />
        ))}
      </ul>
    </section>
  );
}
