// Where one writes: Enter sends, / lists the commands, @bot asks it for inline results.

import { post } from "./api.js";
import { attachFiles } from "./attach.js";
import { byId, el, icon } from "./dom.js";
import { answeredMessage, noReply } from "./reply.js";
import { openChat, store, watch } from "./store.js";
import { t } from "./strings.js";
import { closeSuggestions, suggestCommands, suggestFor } from "./suggestions.js";
import { tried } from "./toasts.js";

const TALLEST_PX = 180;

function grow() {
  const entry = byId("entry");
  entry.style.height = "auto";
  const borders = entry.offsetHeight - entry.clientHeight; // scrollHeight leaves them out
  const whole = entry.scrollHeight + borders;
  entry.style.height = `${Math.min(whole, TALLEST_PX)}px`;
  entry.style.overflowY = whole > TALLEST_PX ? "auto" : "hidden";
  byId("send").disabled = !entry.value.trim();
}

export async function say(text) {
  const body = { text, chat_id: openChat().id };
  if (answeredMessage()) body.reply_to = answeredMessage();
  noReply();
  return tried(() => post("say", body));
}

async function submit(event) {
  event?.preventDefault();
  const entry = byId("entry");
  const text = entry.value.trim();
  if (!text) return;
  entry.value = "";
  grow();
  closeSuggestions();
  if (!(await say(text))) entry.value ||= text;
  grow();
}

function keys(event) {
  const isFirstChoice =
    !byId("suggestions").hidden && ["ArrowUp", "ArrowDown"].includes(event.key);
  if (isFirstChoice) {
    event.preventDefault();
    const choices = byId("suggestions").querySelectorAll("button");
    (event.key === "ArrowUp" ? [...choices].at(-1) : choices[0])?.focus();
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    submit(event);
  } else if (event.key === "Escape") {
    closeSuggestions();
    noReply();
  }
}

export function showChips() {
  const isBot = openChat().kind === "bot";
  byId("commands").hidden = !isBot;
  const album = el(
    "button",
    { type: "button", class: "chip", id: "sample-album" },
    icon("album"),
    el("span", {}, t("sampleAlbum")),
  );
  album.addEventListener("click", () => sendAlbum(album));
  byId("chips").replaceChildren(...(isBot ? [album] : []));
}

async function sendAlbum(chip) {
  chip.disabled = true;
  chip.lastChild.textContent = t("sendingAlbum");
  await tried(() => post("album"));
  showChips();
}

export function startComposer() {
  const entry = byId("entry");
  byId("composer").addEventListener("submit", submit);
  entry.addEventListener("keydown", keys);
  entry.addEventListener("input", () => {
    grow();
    suggestFor(entry.value);
  });
  byId("commands").addEventListener("click", () =>
    suggestCommands(store.profile.commands, { focus: true }),
  );
  byId("attach").addEventListener("click", () => byId("files").click());
  byId("files").addEventListener("change", (event) => {
    attachFiles([...event.target.files]);
    event.target.value = "";
  });
  watch("open", () => {
    showChips();
    closeSuggestions();
    noReply();
  });
  grow();
}
