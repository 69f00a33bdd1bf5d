import type { ReactNode } from "react";

/** Where the call would be: one sentence, and a way on where there is one. */
export function CallMessage(props: {
  icon: ReactNode;
  text: string;
  /** A problem, read out at once. */
  alert?: boolean;
  action?: { text: string; run: () => void } | undefined;
}) {
  const { icon, text, alert = false, action } = props;
  return (
    <div className="cc-call-message">
      <span className="cc-call-icon" aria-hidden>
        {icon}
      </span>
      <p role={alert ? "alert" : "status"}>{text}</p>
      {action !== undefined && (
        <button type="button" className="cc-call-button" onClick={action.run}>
          {action.text}
        </button>
      )}
    </div>
  );
}
