import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Brand } from "./brand.tsx";

/** A whole page that says one thing and what can be done about it. */
export function MessageScreen(props: {
  icon: ReactNode;
  tone?: "plain" | "warm" | "problem";
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { title } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // The page changed without a navigation: the focus on its heading makes screen readers say so.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="page">
      <title>{`${title} – ${t("app.name")}`}</title>
      <header className="page-head">
        <Brand />
      </header>
      <main className="message">
        <div className="message-icon" data-tone={props.tone ?? "plain"}>
          {props.icon}
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {props.text !== undefined && <p>{props.text}</p>}
        {props.children !== undefined && <div className="message-actions">{props.children}</div>}
      </main>
    </div>
  );
}
