import { useCountdown } from "@chamcall/react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { codeLength } from "./code-alphabet.ts";
import { formatCode } from "./format-code.ts";
import { problemText } from "./problem-text.ts";
import { readCode } from "./read-code.ts";
import type { CodeEntryHandle } from "./use-code-entry.ts";

/** On a touch screen the focus would bring the keyboard up over the code. */
const hasKeyboard = matchMedia("(pointer: fine)").matches;

/** The half that takes another device's code; it goes off by itself with the eighth character. */
export function EnterCode({ entry }: { entry: CodeEntryHandle }) {
  const { state, accept, edit } = entry;
  const { t } = useTranslation();
  const id = useId();
  // What was typed stays as it was typed: reformatting under someone's fingers loses letters on phones.
  const [text, setText] = useState(() => (state.state === "refused" ? formatCode(state.code) : ""));
  const refused = state.state === "refused" ? state : undefined;
  const accepting = state.state === "accepting";
  const wait = useCountdown(refused?.retryAt);
  const isOver = refused === undefined || (refused.retryAt !== undefined && wait === 0);
  const problem = isOver ? undefined : problemText(refused.problem, t);
  const send = (typed: string) => {
    setText(formatCode(readCode(typed)));
    void accept(typed, "hand");
  };
  const change = (typed: string) => {
    if (accepting) return;
    setText(typed);
    edit();
    if (wait === 0 && readCode(typed).length === codeLength) send(typed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wait === 0 && !accepting) send(text);
  };
  return (
    <section className="pair-half pair-enter" aria-labelledby={id}>
      <h2 id={id}>{t("pair.enter.title")}</h2>
      <form onSubmit={submit} noValidate>
        <Field
          label={t("pair.enter.label")}
          placeholder="XXXX-XXXX"
          value={text}
          onChange={(event) => change(event.target.value)}
          help={t("pair.enter.help")}
          problem={problem}
          readOnly={accepting}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          autoFocus={hasKeyboard}
          enterKeyHint="go"
          maxLength={200}
        />
        <Button type="submit" tone="primary" wide busy={accepting} disabled={text.trim() === "" || wait > 0}>
          {accepting ? t("pair.connecting") : wait > 0 ? t("room.ends.retryIn", { seconds: wait }) : t("pair.enter.go")}
        </Button>
      </form>
    </section>
  );
}
