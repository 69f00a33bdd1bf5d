/** What is the same on every page. */
export const app = {
  name: "ChamCall",
  theme: { label: "Appearance", system: "Same as device", light: "Light", dark: "Dark" },
  close: "Close",
  cancel: "Cancel",
  dismiss: "Dismiss",
  copied: "Copied",
  copyFailed: "Your browser didn’t allow copying. Select the link and copy it by hand.",
  home: "Back to home",
} as const;
