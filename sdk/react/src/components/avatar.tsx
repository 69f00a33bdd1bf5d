import type { CSSProperties } from "react";
import { avatarHue } from "../text/avatar-hue.ts";
import { initials } from "../text/initials.ts";

/** Initials on the person's own color; decoration, the name is always beside it. */
export function Avatar({ userId, name }: { userId: string; name: string }) {
  return (
    <span className="cc-avatar" style={{ "--cc-hue": avatarHue(userId) } as CSSProperties} aria-hidden>
      {initials(name)}
    </span>
  );
}
