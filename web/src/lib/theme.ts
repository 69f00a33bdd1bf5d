/** `system` follows the device. */
export type Theme = "system" | "light" | "dark";

const key = "chamcall.theme";

/** The scheme chosen by hand; `public/theme.js` puts it in place before the first paint. */
export function getTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Applies and remembers it. */
export function setTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is forbidden: it lasts until the page closes.
  }
}
