// A /command inside somebody's words can be pressed, as in every Telegram app.

import { post } from "./api.js";
import { el } from "./dom.js";
import { tried } from "./toasts.js";

const COMMAND = /(?<![\w/:.])(\/[a-z][a-z0-9_]{0,31})(?![\w/])/g;

export function pressCommands(words, chatId) {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (text.parentElement.closest("a, code, pre, .spoiler")) continue;
    const parts = text.data.split(COMMAND);
    if (parts.length > 1)
      text.replaceWith(...parts.map((part, at) => (at % 2 ? command(part, chatId) : part)));
  }
}

function command(text, chatId) {
  const say = () => tried(() => post("say", { text, chat_id: chatId }));
  return el("button", { type: "button", class: "command", onclick: say }, text);
}
