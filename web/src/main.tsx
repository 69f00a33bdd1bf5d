import "@fontsource-variable/inter/wght.css";
import "@chamcall/react/styles.css";
import "./styles/index.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { initI18n } from "./i18n/i18n.ts";

initI18n();
const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<App />);
