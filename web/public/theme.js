// Before the first paint: the scheme that was chosen by hand, so that nothing flashes.
try {
  const theme = localStorage.getItem("chamcall.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden: follow the system.
}
