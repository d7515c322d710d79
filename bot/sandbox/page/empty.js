// What a chat says before its first message; the bot's offers to start.

import { post } from "./api.js";
import { el, icon } from "./dom.js";
import { t } from "./strings.js";
import { tried } from "./toasts.js";

export function emptyChat(chat) {
  if (chat.kind !== "bot") {
    const words =
      chat.kind === "channel" ? t("emptyChannel") : t("emptyFriend", { name: chat.title });
    return el("div", { class: "empty" }, icon("share", "big-icon"), el("p", {}, words));
  }
  const start = el(
    "button",
    { type: "button", class: "main start", onclick: () => tried(() => post("start")) },
    t("start"),
  );
  return el(
    "div",
    { class: "empty" },
    icon("gem", "gem"),
    el("h3", {}, t("emptyTitle")),
    el("p", {}, t("emptyBot")),
    start,
  );
}
