import { useEffect, useState } from "react";
import { useMediaQuery } from "../../lib/use-media-query.ts";

/** The page's title takes turns with this text, or gives way to it where motion is unwelcome. */
export function FlashingTitle({ text }: { text: string }) {
  const isStill = useMediaQuery("(prefers-reduced-motion: reduce)");
  const [isShown, setShown] = useState(true);
  useEffect(() => {
    if (isStill) return;
    const timer = setInterval(() => setShown((shown) => !shown), 1000);
    return () => clearInterval(timer);
  }, [isStill]);
  return isShown || isStill ? <title>{text}</title> : null;
}
