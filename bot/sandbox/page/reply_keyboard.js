// The keyboard a bot may show instead of letters: answers in one press, or a choice of chat.

import { say } from "./composer.js";
import { byId, el } from "./dom.js";
import { choosePeer } from "./share.js";
import { openChat, watch } from "./store.js";
import { t } from "./strings.js";

export function showReplyKeyboard() {
  const { keyboard } = openChat();
  const place = byId("reply-keyboard");
  place.hidden = !keyboard;
  byId("entry").placeholder = keyboard?.placeholder ?? t("write");
  place.replaceChildren(
    ...(keyboard?.rows ?? []).map((row) => el("div", { class: "button-row" }, row.map(one))),
  );
}

function one(button) {
  const press = () => (button.kind === "text" ? say(button.text) : choosePeer(button));
  return el("button", { type: "button", class: "reply-button", onclick: press }, button.text);
}

export function startReplyKeyboard() {
  for (const kind of ["keyboard", "open", "chat"]) watch(kind, showReplyKeyboard);
}
