import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";

interface ButtonProps extends ComponentProps<"button"> {
  tone?: "primary" | "plain" | "danger" | "quiet";
  busy?: boolean;
  wide?: boolean;
}

/** A button with words. While `busy` it keeps its size and takes no clicks. */
export function Button({ tone = "plain", busy = false, wide = false, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className="button"
      data-tone={tone}
      data-wide={wide}
      disabled={disabled === true || busy}
      aria-busy={busy}
    >
      {busy && <LoaderCircle className="cc-spin" aria-hidden />}
      {children}
    </button>
  );
}
