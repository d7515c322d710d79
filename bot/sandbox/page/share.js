// Sharing through inline mode: choose a chat, see what the bot proposes for it, send one.

import { post } from "./api.js";
import { modal } from "./dialogs.js";
import { arrows, avatar, el, icon } from "./dom.js";
import { chatOf, open, store } from "./store.js";
import { t } from "./strings.js";
import { toast, tried } from "./toasts.js";

// Where the person may write: everywhere but the chat with the bot.
const targets = () => [...store.chats.values()].filter((chat) => chat.kind !== "bot");

export function share(query) {
  const window = modal({ title: t("chatPicker"), className: "picker" });
  chooseChat(window, query);
  window.show();
  window.body.querySelector("button")?.focus();
}

export function shareHere(query, chatId) {
  const window = modal({ title: t("chatPicker"), className: "picker" });
  window.show();
  offer(window, query, store.chats.get(chatId));
}

function chooseChat(window, query) {
  window.heading.textContent = t("chatPicker");
  window.body.replaceChildren(chatList(targets(), (chat) => offer(window, query, chat)));
}

// A list of chats as buttons; the arrows walk through it.
export function chatList(chats, onChoose) {
  if (!chats.length) return el("p", { class: "quiet-words" }, t("nobody"));
  const list = el("ul", { class: "choices" });
  for (const chat of chats) {
    const row = el("button", { type: "button", class: "choice", onclick: () => onChoose(chat) });
    row.append(avatar(chat.kind, chat.id, chat.title), el("span", {}, chat.title));
    list.append(el("li", {}, row));
  }
  arrows(list, "button");
  return list;
}

async function offer(window, query, chat) {
  window.heading.textContent = t("sendTo", { name: chat.title });
  window.body.replaceChildren(
    el("p", { class: "quiet-words", role: "status" }, t("asking", { name: store.bot.first_name })),
  );
  const found = await tried(() => post("inline", { query, chat_id: chat.id }));
  if (!found) return window.close();
  const back = el(
    "button",
    { type: "button", class: "small", onclick: () => chooseChat(window, query) },
    icon("left"),
    t("back"),
  );
  window.body.replaceChildren(...offered(found, chat, window.close), back);
  return window.body.querySelector("button")?.focus();
}

// What the bot proposes: a grid of pictures and words, then its own button if it has one.
export function offered(found, chat, done) {
  const name = store.bot.first_name;
  if (!found.results.length && !found.button) {
    return [
      el("p", { class: "quiet-words" }, t(found.answered ? "noResults" : "noAnswer", { name })),
    ];
  }
  const grid = el(
    "div",
    { class: "offers", role: "group" },
    found.results.map((result) => card(result, found, chat, done)),
  );
  arrows(grid, "button");
  return [...(found.button ? [ownButton(found.button, done)] : []), grid];
}

function card(result, found, chat, done) {
  const title = result.title || result.description || t("photo");
  const choice = el("button", {
    type: "button",
    class: "offer",
    "aria-label": t("shareThis", { name: title }),
  });
  const source = result.thumb_url ?? result.url;
  if (source) choice.append(el("img", { src: source, alt: "" }));
  if (result.title) choice.append(el("b", {}, result.title));
  if (result.description) choice.append(el("span", {}, result.description));
  choice.addEventListener("click", async () => {
    const body = { query_id: found.query_id, result_id: result.id, chat_id: chat.id };
    const sent = await tried(() => post("choose", body));
    if (!sent) return;
    done();
    open(chat.id);
  });
  return choice;
}

function ownButton(button, done) {
  return el(
    "button",
    {
      type: "button",
      class: "main",
      onclick: async () => {
        done();
        open(chatOf("bot").id);
        await tried(() => post("start", { payload: button.start_parameter ?? "" }));
      },
    },
    button.text,
  );
}

// A reply keyboard asks for a channel, a group or people.
export function choosePeer(request) {
  const window = modal({
    title: t(request.kind === "request_chat" ? "pickChannel" : "pickPeople"),
    className: "picker",
  });
  const wanted = request.kind === "request_chat" ? (request.wants ?? "channel") : "friend";
  const chats = [...store.chats.values()].filter((chat) => chat.kind === wanted);
  const choose = async (chat) => {
    window.close();
    const { request_id: requestId } = request;
    if (wanted === "friend")
      await tried(() => post("share_users", { request_id: requestId, user_ids: [chat.id] }));
    else await tried(() => post("share_chat", { request_id: requestId, target_chat_id: chat.id }));
  };
  window.body.append(chatList(chats, choose));
  window.show();
  window.body.querySelector("button")?.focus();
  if (!chats.length) toast(t("nobody"));
}
