// The page's own labels in French and English, and dates, sizes and times in that language.

const tables = {};
let language = "en";

export async function loadStrings() {
  for (const code of ["en", "fr"]) {
    tables[code] = await (await fetch(`static/strings.${code}.json`)).json();
  }
}

export const currentLanguage = () => language;

// The bot writes its English dates as 21 December 2020; the page does so too.
const locale = () => (language === "en" ? "en-GB" : language);

export function t(id, values = {}) {
  const text = tables[language][id];
  if (text === undefined) throw new Error(`no label ${id}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export const known = (id) => id in tables[language];

export function setLanguage(code) {
  language = code === "fr" ? "fr" : "en";
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-t]"))
    element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", t(element.dataset.label));
    if (element.matches("button")) element.title = t(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.placeholder = t(element.dataset.placeholder);
  }
}

export const timeOf = (iso) =>
  new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit" }).format(new Date(iso));

export function dayOf(iso, nowIso) {
  const day = new Date(iso);
  const now = new Date(nowIso);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (day.toDateString() === now.toDateString()) return t("today");
  if (day.toDateString() === yesterday.toDateString()) return t("yesterday");
  const year = day.getFullYear() === now.getFullYear() ? {} : { year: "numeric" };
  return new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", ...year }).format(day);
}

export const nowText = (iso) =>
  new Intl.DateTimeFormat(locale(), {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(iso));

export const shortDay = (iso) =>
  new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short" }).format(new Date(iso));

export function sizeText(bytes) {
  const number = (value, digits) =>
    new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
  if (bytes < 1000) return t("bytes", { size: number(bytes, 0) });
  if (bytes < 1e6) return t("kilobytes", { size: number(bytes / 1e3, 0) });
  return t("megabytes", { size: number(bytes / 1e6, 1) });
}

export function durationText(seconds) {
  const whole = Math.round(seconds ?? 0);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
