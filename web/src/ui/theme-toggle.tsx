import { Monitor, Moon, Sun } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { getTheme, setTheme, type Theme } from "../lib/theme.ts";

const icons = { system: Monitor, light: Sun, dark: Moon };
const themes: readonly Theme[] = ["system", "light", "dark"];

/** Light, dark, or as the device has it. */
export function ThemeToggle() {
  const { t } = useTranslation();
  const name = useId();
  const [theme, choose] = useState(getTheme);
  return (
    <fieldset className="theme" aria-label={t("app.theme.label")}>
      {themes.map((entry) => {
        const Icon = icons[entry];
        return (
          <label key={entry} title={t(`app.theme.${entry}`)}>
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={theme === entry}
              aria-label={t(`app.theme.${entry}`)}
              onChange={() => {
                setTheme(entry);
                choose(entry);
              }}
            />
            <Icon aria-hidden />
          </label>
        );
      })}
    </fieldset>
  );
}
