// Light, dark, or as the system: one button goes round the three, and the browser remembers.

import { byId, icon } from "./dom.js";
import { t } from "./strings.js";

const CHOICES = {
  auto: ["auto", "themeAuto"],
  light: ["sun", "themeLight"],
  dark: ["moon", "themeDark"],
};
const KEPT = "pepite-theme";

const current = () => document.documentElement.dataset.theme;

export function showTheme() {
  const [iconName, label] = CHOICES[current()];
  const button = byId("theme");
  button.replaceChildren(icon(iconName));
  button.title = t(label);
  button.setAttribute("aria-label", t(label));
}

export function startTheme() {
  const kept = localStorage.getItem(KEPT);
  document.documentElement.dataset.theme = kept in CHOICES ? kept : "auto";
  byId("theme").addEventListener("click", () => {
    const order = Object.keys(CHOICES);
    const next = order[(order.indexOf(current()) + 1) % order.length];
    document.documentElement.dataset.theme = next;
    localStorage.setItem(KEPT, next);
    showTheme();
  });
}
