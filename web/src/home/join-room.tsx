import { ArrowRight } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type ParsedRoomLink, parseRoomLink } from "../lib/parse-room-link.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";

/** Into a room by its name or by a pasted link. */
export function JoinRoom() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState("");
  const [refused, setRefused] = useState<ParsedRoomLink>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const link = parseRoomLink(text, location.host);
    if (link.kind === "room") void navigate(`/room/${link.roomId}`);
    else setRefused(link);
  };
  const problem =
    refused?.kind === "invalid"
      ? t("home.join.invalid")
      : refused?.kind === "elsewhere"
        ? t("home.join.elsewhere", { host: refused.host })
        : undefined;
  return (
    <section className="way" aria-labelledby={id}>
      <h2 id={id}>{t("home.join.title")}</h2>
      <form className="join-form" onSubmit={submit} noValidate>
        <Field
          label={t("home.join.label")}
          placeholder={t("home.join.label")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setRefused(undefined);
          }}
          problem={problem}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={500}
        />
        <Button type="submit">
          {t("home.join.go")}
          <ArrowRight aria-hidden />
        </Button>
      </form>
    </section>
  );
}
