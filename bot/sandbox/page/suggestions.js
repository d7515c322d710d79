// The list above the writing field: the bot's commands, or what it proposes inline.

import { post } from "./api.js";
import { arrows, byId, el } from "./dom.js";
import { offered } from "./share.js";
import { openChat, store } from "./store.js";

const PAUSE_MS = 350; // between the last key and the question to the bot
let timer = null;
let asked = 0;

export function closeSuggestions() {
  clearTimeout(timer);
  asked += 1;
  byId("suggestions").hidden = true;
  byId("suggestions").replaceChildren();
  byId("commands").setAttribute("aria-expanded", "false");
}

function show(...children) {
  byId("suggestions").replaceChildren(...children);
  byId("suggestions").hidden = false;
}

export function suggestFor(text) {
  const commands = store.profile.commands.filter(({ command }) => `/${command}`.startsWith(text));
  const inline = text.match(new RegExp(`^@${store.bot.username}\\s+(.*)$`, "is"));
  closeSuggestions();
  if (text.startsWith("/") && openChat().kind === "bot" && commands.length)
    suggestCommands(commands);
  if (inline) timer = setTimeout(() => suggestInline(inline[1]), PAUSE_MS);
}

async function suggestInline(query) {
  const mine = (asked += 1);
  const chat = openChat();
  const found = await post("inline", { query, chat_id: chat.id }).catch(() => null);
  if (!found || mine !== asked) return;
  const done = () => {
    byId("entry").value = "";
    closeSuggestions();
  };
  show(...offered(found, chat, done));
}

export function suggestCommands(commands, { focus = false } = {}) {
  const wasOpen = focus && !byId("suggestions").hidden;
  closeSuggestions();
  if (wasOpen || !commands.length) return;
  show(el("ul", { class: "choices commands" }, commands.map(commandRow)));
  byId("commands").setAttribute("aria-expanded", "true");
  if (focus) byId("suggestions").querySelector("button").focus();
}

function commandRow({ command, description }) {
  const choose = () => {
    closeSuggestions();
    byId("entry").value = "";
    byId("entry").focus();
    post("say", { text: `/${command}`, chat_id: openChat().id }).catch(
      () => (byId("entry").value = `/${command}`),
    );
  };
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "choice", onclick: choose },
      el("b", {}, `/${command}`),
      el("span", {}, description),
    ),
  );
}

export function startSuggestions() {
  arrows(byId("suggestions"), "button");
  byId("suggestions").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    closeSuggestions();
    byId("entry").focus();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#composer")) closeSuggestions();
  });
}
