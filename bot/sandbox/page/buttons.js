// The buttons under a message: pressing one, waiting for the bot's answer, copying, sharing.

import { post } from "./api.js";
import { el, icon } from "./dom.js";
import { share, shareHere } from "./share.js";
import { watch } from "./store.js";
import { t } from "./strings.js";
import { alertBox, toast, tried } from "./toasts.js";

const PATIENCE_MS = 20_000;
const waiting = new Map(); // callback id → the button that waits
const ICONS = {
  url: "link",
  copy: "copy",
  switch_inline: "share",
  switch_inline_here: "share",
  web_app: "link",
};

export function inlineButtons(message) {
  const rows = message.buttons.map((row, rowAt) =>
    el(
      "div",
      { class: "button-row" },
      row.map((button, column) => one(message, button, rowAt, column)),
    ),
  );
  return el("div", { class: "inline-buttons" }, rows);
}

function one(message, button, row, column) {
  const style = button.style ?? "plain";
  const made = el(
    "button",
    { type: "button", class: `inline-button ${style}` },
    el("span", {}, button.text),
  );
  if (ICONS[button.kind]) made.append(icon(ICONS[button.kind]));
  made.addEventListener("click", () =>
    actions[button.kind](message, button, { row, column, made }),
  );
  return made;
}

const openLink = (_message, button) => window.open(button.value, "_blank", "noopener,noreferrer");

const actions = {
  callback: press,
  url: openLink,
  web_app: openLink,
  switch_inline: (_message, button) => share(button.value ?? ""),
  switch_inline_here: (message, button) => shareHere(button.value ?? "", message.chat_id),
  async copy(_message, button) {
    await tried(() => navigator.clipboard.writeText(button.value));
    toast(t("copied"));
  },
};

async function press(message, _button, { row, column, made }) {
  if (made.classList.contains("waiting")) return;
  made.classList.add("waiting");
  made.setAttribute("aria-busy", "true");
  const pressed = await tried(() =>
    post("press", { chat_id: message.chat_id, message_id: message.id, row, column }),
  );
  if (!pressed) rest(made);
  else if (!answered.delete(pressed.callback_id)) {
    waiting.set(pressed.callback_id, made);
    setTimeout(() => answer(pressed.callback_id), PATIENCE_MS);
  }
}

const answered = new Set(); // answers that came before the press returned

function answer(callbackId) {
  rest(waiting.get(callbackId));
  waiting.delete(callbackId);
}

function rest(button) {
  button?.classList.remove("waiting");
  button?.removeAttribute("aria-busy");
}

export function startButtons() {
  watch("answer", (event) => {
    if (waiting.has(event.callback_id)) answer(event.callback_id);
    else answered.add(event.callback_id);
    if (event.url) toast(event.text || event.url, { link: event.url });
    else if (event.text && event.alert) alertBox(event.text);
    else if (event.text) toast(event.text);
  });
}
