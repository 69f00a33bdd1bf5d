import { type ComponentProps, useId } from "react";

interface FieldProps extends ComponentProps<"input"> {
  label: string;
  help?: string;
  problem?: string | undefined;
}

/** A labelled line of text with help or what is wrong with it. */
export function Field({ label, help, problem, ...rest }: FieldProps) {
  const id = useId();
  const text = problem ?? help;
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className="input"
        aria-invalid={problem !== undefined}
        aria-describedby={text === undefined ? undefined : `${id}-help`}
      />
      {text !== undefined && (
        <p
          id={`${id}-help`}
          className="field-help"
          data-problem={problem !== undefined}
          role={problem ? "alert" : undefined}
        >
          {text}
        </p>
      )}
    </div>
  );
}
