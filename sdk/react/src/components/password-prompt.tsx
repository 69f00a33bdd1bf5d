import type { ChamCallError } from "@chamcall/client";
import { Eye, EyeOff, LockKeyhole } from "lucide-react";
import { useId, useState } from "react";
import { useCountdown } from "../hooks/use-countdown.ts";
import type { Labels } from "../text/labels.ts";
import { withDefaults } from "../text/with-defaults.ts";

export interface PasswordPromptProps {
  value: string;
  onChange: (password: string) => void;
  /** What the owner wrote to help remember it. */
  hint?: string | undefined;
  /** How the last try went: AUTH_FAILED or TOO_MANY_ATTEMPTS. */
  error?: ChamCallError | undefined;
  /** When the next try may be made, ms epoch; the field rests until then. */
  retryAt?: number | undefined;
  disabled?: boolean;
  labels?: Partial<Labels> | undefined;
}

/** The room's password: a field for your form, with hint, error and the wait after too many tries. */
export function PasswordPrompt(props: PasswordPromptProps) {
  const { value, onChange, hint, error, retryAt, disabled = false } = props;
  const labels = withDefaults(props.labels);
  const id = useId();
  const [shown, setShown] = useState(false);
  const wait = useCountdown(retryAt);
  const problem =
    wait > 0 ? labels.passwordWait(wait) : error?.code === "AUTH_FAILED" ? labels.passwordWrong : undefined;
  return (
    <div className="cc-password">
      <label className="cc-label" htmlFor={id}>
        {labels.password}
      </label>
      <div className="cc-password-field" data-invalid={problem !== undefined}>
        <LockKeyhole aria-hidden />
        <input
          id={id}
          type={shown ? "text" : "password"}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          disabled={disabled || wait > 0}
          maxLength={128}
          autoComplete="current-password"
          autoCapitalize="off"
          spellCheck={false}
          required
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-help`}
        />
        <button
          type="button"
          aria-label={shown ? labels.hidePassword : labels.showPassword}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </button>
      </div>
      <div id={`${id}-help`} className="cc-password-help">
        {problem !== undefined && (
          <p className="cc-error" role={wait > 0 ? "timer" : "alert"}>
            {problem}
          </p>
        )}
        {hint !== undefined && hint !== "" && <p>{labels.passwordHint(hint)}</p>}
      </div>
    </div>
  );
}
