// The message that the next words answer.

import { byId, el, icon } from "./dom.js";
import { t } from "./strings.js";

let answering = null;

export const answeredMessage = () => answering?.id ?? null;

export function replyTo(message) {
  answering = message;
  const cancel = el(
    "button",
    { type: "button", class: "round quiet", "aria-label": t("cancelReply"), onclick: noReply },
    icon("close"),
  );
  const name = message.mine ? t("you") : message.sender.name;
  const words = el(
    "p",
    {},
    el("b", {}, t("replyingTo", { name })),
    el("span", {}, message.text.split("\n")[0] || t("photo")),
  );
  byId("replying").replaceChildren(icon("reply"), words, cancel);
  byId("replying").hidden = false;
  byId("entry").focus();
}

export function noReply() {
  answering = null;
  byId("replying").hidden = true;
  byId("replying").replaceChildren();
}
