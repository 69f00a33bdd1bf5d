import type { ReactNode } from "react";

/** In the place of the code: why there is none, and the way to one. */
export function NoCode(props: { icon: ReactNode; title: string; text: string; children: ReactNode }) {
  return (
    <div className="no-code">
      <div className="no-code-icon">{props.icon}</div>
      <h3>{props.title}</h3>
      <p>{props.text}</p>
      {props.children}
    </div>
  );
}
