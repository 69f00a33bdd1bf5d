import { useLayoutEffect } from "react";
import type { EmbedParams } from "./embed-params.ts";

/** The parent's choice goes over the one that was made on this site, and is not remembered. */
export function useEmbedTheme(theme: EmbedParams["theme"]): void {
  useLayoutEffect(() => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
