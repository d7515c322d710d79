// The panes: every chat with its last words and a dot for what was not seen; the head of the open one.

import { doing, glance } from "./bubble.js";
import { arrows, avatar, byId, el, unseen } from "./dom.js";
import { open, openChat, store, watch } from "./store.js";
import { shortDay, t, timeOf } from "./strings.js";

const KINDS = { bot: "kindBot", friend: "kindFriend", channel: "kindChannel", group: "kindGroup" };

// A channel that has a public name is open to anybody; the head says so as Telegram does.
const kindOf = (chat) =>
  chat.kind === "channel" && chat.username
    ? t("kindChannelPublic", { name: chat.username })
    : t(KINDS[chat.kind]);

function row(chat) {
  const last = chat.messages.at(-1);
  const unread = store.unread.get(chat.id) ?? 0;
  const isOpen = chat.id === store.openChat;
  const button = el("button", {
    type: "button",
    class: "pane",
    "aria-current": isOpen ? "true" : null,
    "data-chat": chat.id,
  });
  const words = el("span", { class: "pane-words" }, last ? glance(last) : t(KINDS[chat.kind]));
  button.append(
    avatar(chat.kind, chat.id, chat.title),
    el("span", { class: "pane-title" }, chat.title),
    words,
  );
  if (last) button.append(el("time", { datetime: last.date }, when(last.date)));
  if (unread)
    button.append(el("span", { class: "dot" }, String(unread), unseen(` ${t("unread")}`)));
  button.addEventListener("click", () => open(chat.id));
  return el("li", {}, button);
}

function when(date) {
  const sameDay = new Date(date).toDateString() === new Date(store.now).toDateString();
  return sameDay ? timeOf(date) : shortDay(date);
}

export function showChats() {
  const list = byId("chats");
  const held = list.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
  list.replaceChildren(...[...store.chats.values()].map(row));
  if (held) list.querySelector(`[data-chat="${held}"]`)?.focus();
  showHead();
}

function showHead() {
  const chat = openChat();
  byId("head-avatar").replaceWith(
    Object.assign(avatar(chat.kind, chat.id, chat.title), { id: "head-avatar" }),
  );
  byId("head-title").textContent = chat.title;
  const isBusy = chat.action || chat.draft;
  byId("head-state").textContent = isBusy ? doing(chat.action ?? "typing") : kindOf(chat);
  byId("head-state").classList.toggle("busy", Boolean(isBusy));
  byId("chat").setAttribute("aria-label", chat.title);
  document.title = store.unread.size ? `● ${chat.title} · Pépite` : `${chat.title} · Pépite`;
}

export function startChats() {
  arrows(byId("chats"), "button");
  for (const kind of ["message", "deleted", "chat", "open", "action", "draft", "clock"])
    watch(kind, showChats);
}
