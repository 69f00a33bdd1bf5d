const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How this machine writes the modifier. */
export const shortcutKey = isMac ? "⌘" : "Ctrl";
