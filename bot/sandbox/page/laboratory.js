// The drawer of misfortunes: faults on the wire, rights taken away, and the list of the bot's calls.

import { calls, post } from "./api.js";
import { modal } from "./dialogs.js";
import { byId, el } from "./dom.js";
import { me, store, watch } from "./store.js";
import { t } from "./strings.js";
import { tried } from "./toasts.js";

const KINDS = [
  "429",
  "500",
  "502",
  "502html",
  "drop_before",
  "drop_after",
  "delay",
  "corrupt",
  "duplicate",
  "reorder",
];
const METHODS = [
  "*",
  "sendMessage",
  "editMessageText",
  "sendPhoto",
  "editMessageMedia",
  "sendMediaGroup",
  "sendDocument",
  "postStory",
  "deleteMessage",
  "getChat",
  "answerCallbackQuery",
  "getFile",
  "getUpdates",
];
const SHOWN_CALLS = 30;

export function startLaboratory() {
  byId("open-laboratory").addEventListener("click", openLaboratory);
}

function openLaboratory() {
  const { dialog, body, show } = modal({ title: t("laboratory"), className: "drawer" });
  const faults = el("ul", { class: "faults", "aria-live": "polite" }, faultRows());
  const unwatch = watch("faults", () => faults.replaceChildren(...faultRows()));
  dialog.addEventListener("close", unwatch);
  body.append(
    el("p", { class: "quiet-words" }, t("labIntro")),
    faultsPart(faults),
    peoplePart(),
    callsPart(),
  );
  show();
}

const part = (title, ...children) => el("section", {}, el("h3", {}, title), ...children);

function faultsPart(list) {
  const clear = el(
    "button",
    { type: "button", class: "small", onclick: () => tried(() => post("faults_clear")) },
    t("clearFaults"),
  );
  return part(
    t("faults"),
    list,
    faultForm(),
    clear,
    chance(),
    switchRow(t("flood"), store.flood, (on) => post("flood", { on })),
  );
}

function faultRows() {
  if (!store.faults.length) return [el("li", { class: "quiet-words" }, t("noFaults"))];
  return store.faults.map((fault) =>
    el(
      "li",
      {},
      el("b", {}, t(`fault${fault.kind}`)),
      el("code", {}, fault.method),
      el("span", {}, t("faultLeft", { count: fault.left })),
    ),
  );
}

function faultForm() {
  const options = (values, label) => values.map((value) => el("option", { value }, label(value)));
  const kind = el(
    "select",
    { name: "kind" },
    options(KINDS, (value) => t(`fault${value}`)),
  );
  const method = el(
    "select",
    { name: "method" },
    options(METHODS, (value) => (value === "*" ? t("anyMethod") : value)),
  );
  const times = el("input", { name: "times", type: "number", min: "1", max: "99", value: "1" });
  const form = el(
    "form",
    { class: "fault-form" },
    field(t("fault"), kind),
    field(t("faultMethod"), method),
    field(t("faultTimes"), times),
    el("button", { type: "submit", class: "main" }, t("addFault")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = {
      kind: kind.value,
      method: method.value,
      times: Number(times.value),
      retry_after: 2,
      seconds: 2,
    };
    tried(() => post("fault", body));
  });
  return form;
}

const field = (label, input) => el("label", { class: "field" }, el("span", {}, label), input);

function chance() {
  const range = el("input", { type: "range", min: "0", max: "50", step: "5", value: "0" });
  const shown = el("output", {}, "0 %");
  range.addEventListener("input", () => (shown.textContent = `${range.value} %`));
  range.addEventListener("change", () =>
    tried(() => post("random_faults", { share: Number(range.value) / 100 })),
  );
  return field(t("randomFaults"), el("span", { class: "range" }, range, shown));
}

function switchRow(label, isOn, change) {
  const input = el("input", { type: "checkbox", role: "switch", checked: Boolean(isOn) });
  input.addEventListener("change", async () => {
    if (!(await tried(() => change(input.checked)))) input.checked = !input.checked;
  });
  return el("label", { class: "switch" }, el("span", {}, label), input);
}

function peoplePart() {
  const person = me();
  const channels = [...store.chats.values()].filter((chat) => chat.kind === "channel");
  return part(
    t("peopleAndChats"),
    switchRow(t("blocked"), person.blocked, (on) => post(on ? "block" : "unblock")),
    switchRow(t("business"), person.business, (on) =>
      post("business", { connected: on, can_manage_stories: on }),
    ),
    ...channels.flatMap(channelRows),
  );
}

// What the owner of a channel may do between a question and its yes.
function channelRows(chat) {
  const title = el("input", { type: "text", maxlength: "128", value: chat.title });
  title.addEventListener("change", () =>
    tried(() => post("channel", { chat_id: chat.id, title: title.value })),
  );
  return [
    switchRow(t("rights", { name: chat.title }), chat.bot_is_admin, (on) =>
      post("rights", { chat_id: chat.id, admin: on }),
    ),
    switchRow(t("channelPublic", { name: chat.title }), chat.username, (on) =>
      post("channel", { chat_id: chat.id, public: on }),
    ),
    field(t("channelTitle"), title),
  ];
}

function callsPart() {
  const list = el("ol", { class: "calls", tabindex: "0", "aria-label": t("calls") });
  const draw = async () => {
    const recent = (await calls()).slice(-SHOWN_CALLS).reverse();
    list.replaceChildren(...(recent.length ? recent.map(callRow) : [el("li", {}, t("noCalls"))]));
  };
  draw();
  return part(
    t("calls"),
    el("button", { type: "button", class: "small", onclick: draw }, t("refresh")),
    list,
  );
}

const callRow = (call) =>
  el(
    "li",
    { class: call.status === 200 ? "" : "bad" },
    el("code", {}, call.method),
    el("span", {}, String(call.status)),
  );
