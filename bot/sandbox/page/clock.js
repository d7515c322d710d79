// The sandbox's clock: what day it is there, and the three jumps ahead.

import { post } from "./api.js";
import { byId } from "./dom.js";
import { store, watch } from "./store.js";
import { nowText } from "./strings.js";
import { tried } from "./toasts.js";

const DAY_S = 24 * 60 * 60;
const TICK_MS = 5_000; // a new minute shows soon after it began
let heardAt = performance.now(); // the sandbox's time goes on between two events

const now = () => new Date(new Date(store.now).getTime() + performance.now() - heardAt);

// Aloud: after a jump; the minutes that pass by themselves are not read to anybody.
export function showClock({ aloud = false } = {}) {
  const text = nowText(now());
  const shown = byId("now");
  shown.ariaLive = aloud ? "polite" : "off";
  if (shown.textContent !== text) shown.textContent = text;
  shown.dateTime = now().toISOString();
}

async function jump(button) {
  const buttons = document.querySelectorAll("[data-ahead-days]");
  for (const one of buttons) one.disabled = true;
  await tried(() => post("clock", { seconds: Number(button.dataset.aheadDays) * DAY_S }));
  for (const one of buttons) one.disabled = false;
  button.focus();
}

export function startClock() {
  for (const button of document.querySelectorAll("[data-ahead-days]"))
    button.addEventListener("click", () => jump(button));
  const heard = () => {
    heardAt = performance.now();
    showClock({ aloud: true });
  };
  watch("clock", heard);
  watch("reset", heard);
  setInterval(() => showClock(), TICK_MS);
}
