// The messages of the open chat: days, runs of one sender, albums; only what changed is drawn again.

import {
  albumBubble,
  bubble,
  draftBubble,
  glance,
  serviceLine,
  typingBubble,
} from "./bubble.js";
import { avatar, byId, el } from "./dom.js";
import { emptyChat } from "./empty.js";
import { openChat, store, watch } from "./store.js";
import { currentLanguage, dayOf } from "./strings.js";

const RUN_MS = 5 * 60 * 1000;
const NEAR_END_PX = 120;
const drawn = new Map(); // key → {signature, element}
let shownChat = null;

function pieces(chat) {
  const list = [];
  let day = null;
  for (const message of chat.messages) {
    const itsDay = new Date(message.date).toDateString();
    if (itsDay !== day) list.push({ key: `day ${itsDay}`, day: message.date });
    day = itsDay;
    const last = list.at(-1);
    if (message.album && last.messages?.[0].album === message.album) last.messages.push(message);
    else list.push({ key: `message ${message.id}`, messages: [message] });
  }
  return markRuns(list);
}

// The last bubble of a run has the tail and the face.
function markRuns(list) {
  list.forEach((piece, at) => {
    const next = list[at + 1]?.messages?.[0];
    const mine = piece.messages?.[0];
    const goesOn =
      mine &&
      next &&
      !next.service &&
      !mine.service &&
      next.sender.id === mine.sender.id &&
      next.via_bot === mine.via_bot &&
      new Date(next.date) - new Date(mine.date) < RUN_MS;
    piece.hasTail = !goesOn;
  });
  return list;
}

// Mine is seen once the other side has said anything after it.
function isSeen(chat, message) {
  return chat.messages.some((other) => other.id > message.id && !other.mine);
}

function draw(piece, chat) {
  if (piece.day) return el("div", { class: "day" }, el("span", {}, dayOf(piece.day, store.now)));
  const [first] = piece.messages;
  if (first.service) return serviceLine(first);
  const seen = first.mine && isSeen(chat, first);
  const made =
    piece.messages.length > 1
      ? albumBubble(piece.messages, { chat, seen })
      : bubble(first, { chat, seen });
  const side = first.mine ? "mine" : "theirs";
  const row = el("article", {
    class: `row ${side} ${piece.hasTail ? "tail" : ""}`,
    "data-message": first.id,
  });
  if (!first.mine && chat.kind !== "bot") row.append(face(first));
  row.append(made);
  return row;
}

const face = ({ sender }) => avatar(sender.is_bot ? "bot" : "friend", sender.id, sender.name);

function signature(piece, chat) {
  const seen = piece.messages?.[0].mine && isSeen(chat, piece.messages[0]);
  const replied = piece.messages?.map((message) => {
    const original = chat.messages.find((other) => other.id === message.reply_to);
    return original && glance(original);
  });
  const today = piece.day ? dayOf(piece.day, store.now) : "";
  return JSON.stringify([piece, seen, replied, today, currentLanguage()]);
}

function extras(chat) {
  const list = [];
  if (!chat.messages.length)
    list.push({
      key: "empty",
      signature: `${currentLanguage()} ${chat.id}`,
      make: () => emptyChat(chat),
    });
  if (chat.draft)
    list.push({
      key: "draft",
      signature: JSON.stringify([chat.draft, currentLanguage()]),
      make: () => draftBubble(chat),
    });
  else if (chat.action)
    list.push({
      key: "typing",
      signature: chat.action + currentLanguage(),
      make: () => typingBubble(chat),
    });
  return list;
}

function elementOf({ key, signature: wanted, make }) {
  const known = drawn.get(key);
  if (known?.signature === wanted) return known.element;
  const element = make();
  if (known) keepPictures(known.element, element);
  drawn.set(key, { signature: wanted, element });
  return element;
}

// An edit of the words leaves the picture as it is: drawn anew, it would flicker.
function keepPictures(before, after) {
  for (const fresh of after.querySelectorAll("img")) {
    const same = [...before.querySelectorAll("img")].find((image) => image.src === fresh.src);
    if (!same) continue;
    same.alt = fresh.alt;
    fresh.replaceWith(same);
  }
}

// A redrawn bubble keeps the keyboard's focus: the same place in the new bubble, else the bubble.
function holdFocus(log, work) {
  const held = document.activeElement?.closest("[data-message]");
  const at = held && [...held.querySelectorAll("button, a")].indexOf(document.activeElement);
  work();
  if (!held || held.isConnected) return;
  const row = log.querySelector(`[data-message="${held.dataset.message}"]`);
  const target = row?.querySelectorAll("button, a")[at] ?? log;
  target.focus({ preventScroll: true });
}

export function showLog({ toEnd = false } = {}) {
  const log = byId("log");
  const chat = openChat();
  const wasNearEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
  if (shownChat !== chat.id) drawn.clear();
  const list = [
    ...pieces(chat).map((piece) => ({
      key: piece.key,
      signature: signature(piece, chat),
      make: () => draw(piece, chat),
    })),
    ...extras(chat),
  ];
  const elements = list.map(elementOf);
  for (const key of [...drawn.keys()])
    if (!list.some((piece) => piece.key === key)) drawn.delete(key);
  holdFocus(log, () => place(log, elements));
  if (toEnd || wasNearEnd || shownChat !== chat.id) scrollToEnd();
  shownChat = chat.id;
}

function place(log, elements) {
  const wanted = new Set(elements);
  for (const child of [...log.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, at) => {
    if (log.children[at] !== element) log.insertBefore(element, log.children[at] ?? null);
  });
}

function scrollToEnd() {
  const log = byId("log");
  log.scrollTop = log.scrollHeight;
}

export function startLog() {
  const log = byId("log");
  const button = byId("to-end");
  let atEnd = true;
  log.addEventListener("scroll", () => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
    button.hidden = atEnd;
  });
  log.addEventListener("load", () => atEnd && scrollToEnd(), true); // pictures grow as they arrive
  button.addEventListener("click", scrollToEnd);
  for (const kind of ["message", "deleted", "draft", "action"]) {
    watch(
      kind,
      (event) =>
        event.chat_id === store.openChat &&
        showLog({ toEnd: event.message?.mine && !event.message.edited }),
    );
  }
  watch("open", () => showLog({ toEnd: true }));
  watch("clock", () => showLog());
}
