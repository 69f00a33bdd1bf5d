import type { LocalMedia, MediaSnapshot } from "@chamcall/client";
import { PasswordPrompt, type RoomPhase, useCountdown } from "@chamcall/react";
import { Lock, Users } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCallLabels } from "../../i18n/use-call-labels.ts";
import { cleanName } from "../../lib/clean-name.ts";
import { preferences } from "../../lib/preferences.ts";
import { useStored } from "../../lib/use-stored.ts";
import { Brand } from "../../ui/brand.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { ThemeToggle } from "../../ui/theme-toggle.tsx";
import { DevicePickers } from "../device-pickers.tsx";
import { Preview } from "./preview.tsx";
import { useFreshMeta } from "./use-fresh-meta.ts";

/** On a touch screen the focus would bring the keyboard up over the preview. */
const hasKeyboard = matchMedia("(pointer: fine)").matches;

/** Before the call: how one looks and sounds, the name, and the password where there is one. */
export function PreJoin(props: {
  roomId: string;
  state: Extract<RoomPhase, { phase: "ready" | "password" | "joining" }>;
  media: LocalMedia | undefined;
  snapshot: MediaSnapshot;
  onRefresh: () => Promise<void>;
  onJoin: (request: { displayName: string; password?: string; media?: LocalMedia }) => void;
}) {
  const { roomId, state, media, snapshot, onRefresh, onJoin } = props;
  const { t } = useTranslation();
  const labels = useCallLabels();
  const [saved, save] = useStored(preferences);
  const [name, setName] = useState(() => cleanName(saved.name));
  const [password, setPassword] = useState("");
  const asking = state.phase === "password" ? state : undefined;
  const { participants, maxParticipants, passwordEnabled: needsPassword } = state.meta;
  useFreshMeta(onRefresh);
  const wait = useCountdown(asking?.retryAt);
  const joining = state.phase === "joining";
  const ready = name.trim() !== "" && (!needsPassword || password !== "") && wait === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || joining) return;
    const displayName = name.trim();
    save({ ...saved, name: displayName });
    onJoin({ displayName, ...(needsPassword ? { password } : {}), ...(media === undefined ? {} : { media }) });
  };
  return (
    <div className="page prejoin-page">
      <header className="page-head">
        <Brand />
        <ThemeToggle />
      </header>
      <main className="prejoin">
        <div className="prejoin-look">
          <Preview media={media} snapshot={snapshot} name={name} />
          <DevicePickers media={media} snapshot={snapshot} />
        </div>
        <form className="prejoin-form" onSubmit={submit}>
          <div>
            <h1>{t("room.prejoin.heading")}</h1>
            <p className="prejoin-room">{roomId}</p>
            <ul className="prejoin-facts">
              <li>
                <Users aria-hidden />
                {participants >= maxParticipants
                  ? t("room.prejoin.full", { inside: participants, max: maxParticipants })
                  : t("room.prejoin.inside", { count: participants })}
              </li>
              {needsPassword && (
                <li>
                  <Lock aria-hidden />
                  {t("room.prejoin.locked")}
                </li>
              )}
            </ul>
          </div>
          <Field
            label={t("room.prejoin.name")}
            placeholder={t("room.prejoin.namePlaceholder")}
            value={name}
            onChange={(event) => setName(cleanName(event.target.value))}
            maxLength={80}
            autoComplete="nickname"
            autoFocus={name === "" && hasKeyboard}
            enterKeyHint="go"
            required
          />
          {needsPassword && (
            <PasswordPrompt
              value={password}
              onChange={setPassword}
              hint={state.meta.passwordHint}
              error={asking?.error}
              retryAt={asking?.retryAt}
              labels={labels}
            />
          )}
          <Button type="submit" tone="primary" wide busy={joining} disabled={!ready}>
            {joining ? t("room.prejoin.joining") : t("room.prejoin.join")}
          </Button>
        </form>
      </main>
    </div>
  );
}
