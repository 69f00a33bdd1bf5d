import { Check, Link } from "lucide-react";
import { useEffect, useState } from "react";
import { copyText } from "../text/copy-text.ts";
import type { Labels } from "../text/labels.ts";
import { ControlButton } from "./control-button.tsx";

/** Copies the room's link and says so for two seconds. */
export function CopyLinkButton({ link, labels }: { link?: string | undefined; labels: Labels }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <ControlButton
      label={copied ? labels.linkCopied : labels.copyLink}
      aria-live="polite"
      icon={copied ? <Check /> : <Link />}
      onClick={() => void copyText(link ?? location.href).then(setCopied)}
    />
  );
}
