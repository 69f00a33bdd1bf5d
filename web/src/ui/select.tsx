import { ChevronDown } from "lucide-react";
import { type ReactNode, useId } from "react";

/** A labelled choice; the browser's own list, so that it is right on every device. */
export function Select(props: {
  label: string;
  icon: ReactNode;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; text: string }[];
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className="select">
      <label htmlFor={id} className="select-label">
        {props.label}
      </label>
      <div className="select-box">
        {props.icon}
        <select
          id={id}
          value={props.value}
          disabled={props.disabled === true}
          onChange={(event) => props.onChange(event.target.value)}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
        <ChevronDown className="select-chevron" aria-hidden />
      </div>
    </div>
  );
}
