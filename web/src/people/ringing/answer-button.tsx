import type { ComponentProps, ReactNode } from "react";

interface AnswerButtonProps extends Omit<ComponentProps<"button">, "children"> {
  label: string;
  icon: ReactNode;
  tone: "answer" | "plain" | "refuse";
  /** Has the focus when the sheet appears. */
  first?: boolean;
}

/** A large round button with its word underneath, as on a telephone. */
export function AnswerButton({ label, icon, tone, first = false, ...rest }: AnswerButtonProps) {
  return (
    <button type="button" {...rest} className="answer" data-tone={tone} data-first={first || undefined}>
      <span className="answer-disc">{icon}</span>
      <span className="answer-label">{label}</span>
    </button>
  );
}
