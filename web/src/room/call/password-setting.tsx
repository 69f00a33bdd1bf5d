import type { Call } from "@chamcall/client";
import { Lock, LockOpen } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../../lib/notices.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useSaving } from "./use-saving.ts";

/** The room's password: set, changed, turned off. */
export function PasswordSetting({ call, enabled, hint }: { call: Call; enabled: boolean; hint: string | undefined }) {
  const { t } = useTranslation();
  const { saving, save } = useSaving();
  const [editing, setEditing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A dialog's form also bubbles to whatever React tree it is in.
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("password") ?? "");
    const newHint = String(form.get("hint") ?? "").trim();
    if (password === "") return;
    void save(async () => {
      await call.setRoomPassword(password, newHint === "" ? undefined : newHint);
      setEditing(false);
      toast(t("room.settings.saved"), { about: "settings" });
    });
  };
  const clear = () =>
    void save(async () => {
      await call.clearRoomPassword();
      setEditing(false);
      toast(t("room.settings.cleared"), { about: "settings" });
    });
  return (
    <div className="setting-group">
      <div className="setting">
        <span className="setting-icon" data-on={enabled}>
          {enabled ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
        </span>
        <div className="setting-words">
          <strong>{t("room.settings.password")}</strong>
          <span>{enabled ? t("room.settings.passwordOn") : t("room.settings.passwordOff")}</span>
        </div>
        {!editing && (
          <div className="setting-actions">
            {enabled && (
              <Button tone="quiet" busy={saving} onClick={clear}>
                {t("room.settings.clear")}
              </Button>
            )}
            <Button onClick={() => setEditing(true)}>
              {enabled ? t("room.settings.change") : t("room.settings.set")}
            </Button>
          </div>
        )}
      </div>
      {editing && (
        <form className="setting-form" onSubmit={submit}>
          <Field
            label={t("room.settings.newPassword")}
            name="password"
            type="text"
            required
            autoFocus
            maxLength={128}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
          <Field
            label={t("room.settings.hint")}
            help={t("room.settings.hintHelp")}
            name="hint"
            defaultValue={hint}
            maxLength={120}
            autoComplete="off"
          />
          <div className="modal-actions">
            <Button tone="quiet" onClick={() => setEditing(false)}>
              {t("app.cancel")}
            </Button>
            <Button type="submit" tone="primary" busy={saving}>
              {t("room.settings.save")}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
