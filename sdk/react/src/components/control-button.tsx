import type { ComponentProps, ReactNode } from "react";

export interface ControlButtonProps extends Omit<ComponentProps<"button">, "children"> {
  /** Name for screen readers and the tooltip. */
  label: string;
  /** As people read it, for the tooltip: `Ctrl + D`. */
  shortcut?: string | undefined;
  icon: ReactNode;
  /** `off` is for a source that doesn't send, `leave` ends the call. */
  tone?: "plain" | "off" | "active" | "leave";
  /** A small count at the corner. */
  badge?: number | undefined;
}

/** A round button of a call's control bar, 44 px or more, with a tooltip. */
export function ControlButton(props: ControlButtonProps) {
  const { label, shortcut, icon, tone = "plain", badge, className, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={className === undefined ? "cc-control" : `cc-control ${className}`}
      aria-label={label}
      data-tone={tone}
      data-tip={shortcut === undefined ? label : `${label}  ·  ${shortcut}`}
    >
      {icon}
      {badge !== undefined && (
        <span className="cc-control-badge" aria-hidden>
          {badge}
        </span>
      )}
    </button>
  );
}
