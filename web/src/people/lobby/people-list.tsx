import { Search } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeopleScope } from "../people-context.ts";
import { findPeople } from "./find-people.ts";
import { NobodyElse } from "./nobody-else.tsx";
import { PersonLine } from "./person-line.tsx";

/** From how many people on a field to search them is worth its place. */
const many = 9;

/** Who else is online, by name, each a tap away from being rung. */
export function PeopleList() {
  const { t, i18n } = useTranslation();
  const { users, state, ring } = usePeopleScope();
  const id = useId();
  const [text, setText] = useState("");
  const canSearch = users.length >= many || text !== "";
  const shown = findPeople(users, canSearch ? text : "", i18n.language);
  if (users.length === 0) return state.state === "connecting" ? null : <NobodyElse />;
  return (
    <section className="online" aria-labelledby={id}>
      <header className="online-head">
        <h2 id={id}>{t("people.list.title")}</h2>
        <span className="online-count">{t("people.list.count", { count: users.length })}</span>
      </header>
      {canSearch && (
        <search className="online-search">
          <Search aria-hidden />
          <input
            className="input"
            type="search"
            aria-label={t("people.list.search")}
            placeholder={t("people.list.search")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </search>
      )}
      {shown.length === 0 ? (
        <p className="online-nothing" role="status">
          {t("people.list.nothing", { text })}
        </p>
      ) : (
        <ul>
          {shown.map((user) => (
            <PersonLine key={user.userId} user={user} canRing={state.state === "online"} onRing={ring} />
          ))}
        </ul>
      )}
    </section>
  );
}
