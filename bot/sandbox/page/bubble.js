// One message as a bubble: reply, media, words, time, buttons; and the lines that are no bubble.

import { post } from "./api.js";
import { inlineButtons } from "./buttons.js";
import { pressCommands } from "./commands.js";
import { el, icon, unseen } from "./dom.js";
import { albumMedia, mediaOf } from "./media.js";
import { replyTo } from "./reply.js";
import { store } from "./store.js";
import { known, t, timeOf } from "./strings.js";
import { tried } from "./toasts.js";

export function bubble(message, { chat, seen }) {
  const media = message.media ? mediaOf(message) : null;
  return frame(message, { chat, seen, media, words: message });
}

// An album is one bubble; its words are those of the first part that has any.
export function albumBubble(messages, { chat, seen }) {
  const words = messages.find((message) => message.text) ?? messages[0];
  return frame(messages[0], { chat, seen, media: albumMedia(messages), words });
}

function frame(message, { chat, seen, media, words }) {
  const text = words.text ? wordsOf(words) : null;
  if (text && chat.kind === "bot" && !message.mine) pressCommands(text, chat.id);
  const isBare = media && !text && ["photo", "video", "animation"].includes(message.media.kind);
  const box = el("div", { class: `bubble ${isBare ? "bare" : ""} ${media ? "has-media" : ""}` });
  box.append(
    ...[sender(message, chat), forwarded(message), quoted(message, chat)].filter(Boolean),
  );
  box.append(
    ...(message.caption_above ? [text, media] : [media, text]).filter(Boolean),
    footer(message, seen),
  );
  const whole = el("div", { class: "bubble-column" }, box, replyButton(message));
  if (message.buttons.length) whole.append(inlineButtons(message));
  if (message.reactions.length)
    box.append(el("p", { class: "reactions" }, message.reactions.join(" ")));
  return whole;
}

function sender(message, chat) {
  const via = message.via_bot
    ? el("span", { class: "via" }, t("via", { name: `@${message.via_bot}` }))
    : null;
  if (message.mine || chat.kind === "bot") return via && el("p", { class: "sender" }, via);
  return el("p", { class: "sender" }, message.sender.name, via ? " " : "", via);
}

const forwarded = (message) =>
  message.forwarded_from &&
  el("p", { class: "forwarded" }, t("forwarded", { name: message.forwarded_from }));

function quoted(message, chat) {
  if (!message.reply_to) return null;
  const original = chat.messages.find((other) => other.id === message.reply_to);
  const name = original ? (original.mine ? t("you") : original.sender.name) : "";
  return el(
    "blockquote",
    { class: "quoted" },
    el("b", {}, name),
    el("span", {}, original ? glance(original) : t("deleted")),
  );
}

// A message in a few words, for lists and replies.
export function glance(message) {
  if (message.text) return message.text.split("\n")[0];
  if (message.service) return serviceText(message);
  const kind = message.media?.kind;
  if (kind === "document") return message.media.name ?? t("file");
  if (!kind) return "";
  return ["photo", "voice", "audio", "sticker"].includes(kind) ? t(kind) : t("video");
}

function wordsOf(message) {
  const words = el("div", { class: "words", dir: "auto" });
  words.innerHTML = message.html; // made safe by the sandbox: a closed list of tags
  return quiet(words);
}

function quiet(words) {
  for (const link of words.querySelectorAll("a"))
    Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
  for (const hidden of words.querySelectorAll(".spoiler")) {
    const reveal = () => {
      hidden.classList.add("revealed");
      for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
    };
    hidden.setAttribute("role", "button");
    hidden.setAttribute("tabindex", "0");
    hidden.setAttribute("aria-label", t("revealText"));
    hidden.addEventListener("click", reveal);
    hidden.addEventListener("keydown", (event) => {
      if (!["Enter", " "].includes(event.key)) return;
      event.preventDefault(); // a space would scroll
      reveal();
    });
  }
  return words;
}

function footer(message, seen) {
  const line = el("p", { class: "when" });
  if (message.edited) line.append(el("span", {}, t("edited")), " ");
  line.append(el("time", { datetime: message.date }, timeOf(message.date)));
  if (message.mine) line.append(icon(seen ? "seen" : "sent"), unseen(t(seen ? "seen" : "sent")));
  return line;
}

function replyButton(message) {
  const button = el("button", {
    type: "button",
    class: "round quiet reply",
    "aria-label": t("reply"),
    title: t("reply"),
  });
  button.append(icon("reply"));
  button.addEventListener("click", () => replyTo(message));
  return button;
}

const SERVICE = {
  chat_shared: "chatShared",
  users_shared: "usersShared",
  pinned: "pinnedMessage",
};

const serviceText = (message) =>
  message.service_text ?? t(SERVICE[message.service] ?? "serviceOther");

export const serviceLine = (message) =>
  el("div", { class: "day service" }, el("span", {}, serviceText(message)));

export function typingBubble(chat) {
  const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  return el(
    "div",
    { class: "row theirs tail typing" },
    el("div", { class: "bubble" }, dots, unseen(doing(chat.action))),
  );
}

export const doing = (action) => t(known(action) ? action : "busy");

export function draftBubble(chat) {
  const { draft } = chat;
  const words = el("div", { class: "words" });
  if (draft.text)
    words.innerHTML = draft.html; // made safe by the sandbox
  else words.append(el("em", {}, t("thinking")));
  const box = el("div", { class: "bubble draft" }, words);
  if (draft.can_stop) {
    const stop = () => tried(() => post("stop", { draft_id: draft.draft_id }));
    box.append(el("button", { type: "button", class: "small", onclick: stop }, t("stop")));
  }
  return el("div", { class: "row theirs tail", "data-person": store.bot.id }, box);
}
