// The page from its first breath: labels, state, then events; every part is started here and nowhere else.

import { listen, post, state } from "./api.js";
import { startAttach } from "./attach.js";
import { startButtons } from "./buttons.js";
import { showChats, startChats } from "./chats.js";
import { showClock, startClock } from "./clock.js";
import { showChips, startComposer } from "./composer.js";
import { el } from "./dom.js";
import { startLaboratory } from "./laboratory.js";
import { showLog, startLog } from "./log.js";
import { showReplyKeyboard, startReplyKeyboard } from "./reply_keyboard.js";
import { apply, chatOf, fill, me, store, watch } from "./store.js";
import { showStories, startStories } from "./stories.js";
import { currentLanguage, loadStrings, setLanguage, t } from "./strings.js";
import { startSuggestions } from "./suggestions.js";
import { showTheme, startTheme } from "./theme.js";
import { tried } from "./toasts.js";

const parts = [
  startTheme,
  startChats,
  startLog,
  startComposer,
  startSuggestions,
  startAttach,
  startButtons,
  startReplyKeyboard,
  startStories,
  startClock,
  startLaboratory,
];

function showAll() {
  setLanguage(me().language);
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === currentLanguage()));
  }
  for (const show of [
    showTheme,
    showClock,
    showStories,
    showChats,
    showChips,
    showReplyKeyboard,
    showLog,
  ])
    show();
}

function startLanguages() {
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () =>
      tried(() => speak(button.dataset.language)),
    );
  }
  watch("person", showAll);
  watch("profile", showAll);
}

// The bot follows by its own command: from the first word on, it speaks what was chosen with it.
async function speak(language) {
  await post("person", { language });
  const { id, messages } = chatOf("bot");
  const isOffered = store.profile.commands.some(({ command }) => command === "language");
  if (isOffered && messages.length)
    await post("say", { text: `/language ${language}`, chat_id: id });
}

function connection() {
  let notice = null;
  const onLost = () => {
    notice ??= document.body.appendChild(
      el("p", { class: "lost", role: "alert" }, t("connecting")),
    );
  };
  const onBack = () => {
    notice?.remove();
    notice = null;
  };
  return { onLost, onBack };
}

async function begin() {
  await loadStrings();
  const first = await state();
  fill(first);
  for (const start of parts) start();
  startLanguages();
  watch("reset", showAll);
  showAll();
  const onEvent = async (event) => {
    if (event.kind === "reset") fill(await state());
    else apply(event);
  };
  listen(first.seq, { onEvent, ...connection() });
  document.documentElement.dataset.ready = "true";
}

begin();
