import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en.ts";

/** One entry a language; the browser's preferred one is used, English where it is missing. */
const resources = { en: { translation: en } };

/** Sets the texts up; call once before the first render. */
export function initI18n(): void {
  const wanted = navigator.languages
    .map((tag) => tag.split("-")[0])
    .find((tag) => tag !== undefined && tag in resources);
  const lng = wanted ?? "en";
  document.documentElement.lang = lng;
  void i18next
    .use(initReactI18next)
    .init({ resources, lng, fallbackLng: "en", initAsync: false, interpolation: { escapeValue: false } });
}
