import { Minus, Plus } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";

/** A room for calls between browsers holds ten; a larger limit that an operator has set stays possible. */
const most = 10;

/** How many people the room holds. */
export function MaxPeople(props: { value: number; disabled: boolean; onChange: (value: number) => void }) {
  const { value, disabled, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const max = Math.max(most, value);
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const commit = (next: number) => {
    const valid = Math.min(max, Math.max(1, Math.round(next)));
    if (Number.isNaN(valid) || valid === value) return setText(String(value));
    setText(String(valid));
    onChange(valid);
  };
  return (
    <div className="setting">
      <label htmlFor={id} className="setting-words">
        <strong>{t("room.settings.max")}</strong>
        <span>{t("room.settings.maxHelp", { max })}</span>
      </label>
      <div className="stepper">
        <button
          type="button"
          aria-label={t("room.settings.fewer")}
          disabled={disabled || value <= 1}
          onClick={() => commit(value - 1)}
        >
          <Minus aria-hidden />
        </button>
        <input
          id={id}
          inputMode="numeric"
          value={text}
          onChange={(event) => setText(event.target.value.replace(/\D/g, "").slice(0, 3))}
          onBlur={() => commit(Number.parseInt(text, 10))}
          onKeyDown={(event) => event.key === "Enter" && commit(Number.parseInt(text, 10))}
        />
        <button
          type="button"
          aria-label={t("room.settings.moreOne")}
          disabled={disabled || value >= max}
          onClick={() => commit(value + 1)}
        >
          <Plus aria-hidden />
        </button>
      </div>
    </div>
  );
}
