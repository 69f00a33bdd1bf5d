import { ChamCallError, signIn } from "@chamcall/client";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../../i18n/error-text.ts";
import { cleanName } from "../../lib/clean-name.ts";
import { preferences } from "../../lib/preferences.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { type NameProblem, nameProblem } from "../name-problem.ts";
import { usePeopleScope } from "../people-context.ts";

/** What keeps the name from being taken: itself, someone who has it, or the server. */
type Refusal = NameProblem | { problem: "taken"; name: string } | { problem: "error"; error: unknown };

const hasKeyboard = matchMedia("(pointer: fine)").matches;

/** Picks a name and comes online under it. */
export function SignInForm({ taken }: { taken: string | undefined }) {
  const { t } = useTranslation();
  const { kept, comeOnline } = usePeopleScope();
  const [name, setName] = useState(kept?.userId ?? "");
  const [shown, setShown] = useState(() => kept?.displayName ?? cleanName(preferences.get().name));
  const [refusal, setRefusal] = useState<Refusal | undefined>(taken === undefined ? undefined : takenBy(taken));
  const [isBusy, setBusy] = useState(false);
  const change = (next: string) => {
    setName(next);
    const problem = nameProblem(next);
    // Nothing typed yet is no mistake.
    setRefusal(problem?.problem === "missing" ? undefined : problem);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const problem = nameProblem(name);
    setRefusal(problem);
    if (problem || isBusy) return;
    setBusy(true);
    const displayName = shown.trim();
    const userKey = kept?.userId === name ? kept.userKey : undefined;
    const identity = { userId: name, ...(displayName !== "" && { displayName }), ...(userKey && { userKey }) };
    try {
      const { token, signalingUrl, userKey } = await signIn(identity);
      comeOnline({ ...identity, userKey }, { token, signalingUrl });
    } catch (error) {
      const isTaken = error instanceof ChamCallError && error.code === "USER_ID_TAKEN";
      setRefusal(isTaken ? takenBy(name) : { problem: "error", error });
      setBusy(false);
    }
  };
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)} noValidate>
      <Field
        label={t("people.signIn.name")}
        placeholder={t("people.signIn.namePlaceholder")}
        help={t("people.signIn.nameHelp")}
        problem={refusal && describe(refusal)}
        value={name}
        onChange={(event) => change(event.target.value)}
        autoComplete="username"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        autoFocus={hasKeyboard}
        enterKeyHint="go"
      />
      <Field
        label={t("people.signIn.shown")}
        placeholder={t("people.signIn.shownPlaceholder")}
        help={t("people.signIn.shownHelp")}
        value={shown}
        onChange={(event) => setShown(cleanName(event.target.value))}
        maxLength={80}
        autoComplete="nickname"
        enterKeyHint="go"
      />
      <Button type="submit" tone="primary" wide busy={isBusy}>
        {isBusy ? t("people.signIn.going") : t("people.signIn.go")}
      </Button>
    </form>
  );

  function describe(why: Refusal): string {
    switch (why.problem) {
      case "missing":
      case "spaces":
        return t(`people.signIn.${why.problem}`);
      case "characters":
        return t("people.signIn.characters", { character: why.character });
      case "long":
        return t("people.signIn.long", { count: why.count });
      case "taken":
        return t("people.signIn.taken", { name: why.name });
      case "error":
        return errorText(why.error, t);
    }
  }
}

function takenBy(name: string): Refusal {
  return { problem: "taken", name };
}
