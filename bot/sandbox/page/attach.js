// Files from the picker, dropped or pasted: looked at first, then sent as photos or as files.

import { send } from "./api.js";
import { modal } from "./dialogs.js";
import { byId, el, icon } from "./dom.js";
import { answeredMessage, noReply } from "./reply.js";
import { openChat } from "./store.js";
import { sizeText, t } from "./strings.js";
import { tried } from "./toasts.js";

const MOST = 10; // parts of one album
const SHOWN_AS_PHOTO = /^image\/(jpeg|png|webp)$/;

export function attachFiles(files) {
  if (!files.length) return;
  const chosen = files.slice(0, MOST);
  const { dialog, body, show, close } = modal({
    title: t("attachTitle", { count: chosen.length }),
    className: "attach",
  });
  const form = el("form", {}, previews(chosen), ways(chosen), captionField());
  if (files.length > MOST) form.prepend(el("p", { class: "quiet-words" }, t("tooMany")));
  form.append(el("button", { type: "submit", class: "main" }, t("send")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const values = new FormData(form);
    close();
    await tried(() =>
      send(chosen, {
        as: values.get("as"),
        caption: values.get("caption"),
        chatId: openChat().id,
        replyTo: answeredMessage(),
      }),
    );
    noReply();
  });
  body.append(form);
  dialog.addEventListener("close", () =>
    body.querySelectorAll("img").forEach((image) => URL.revokeObjectURL(image.src)),
  );
  show();
  form.querySelector("[type=submit]").focus();
}

function previews(files) {
  return el(
    "ul",
    { class: "previews" },
    files.map((file) => {
      const isPicture = SHOWN_AS_PHOTO.test(file.type);
      const shown = isPicture
        ? el("img", { src: URL.createObjectURL(file), alt: "" })
        : icon("file");
      return el("li", {}, shown, el("span", {}, file.name), el("small", {}, sizeText(file.size)));
    }),
  );
}

// What Telegram would make of it, by the files' types: HEIC and most others only go as files.
const QUICK = [
  { as: "photo", says: () => t("asPhotos"), fits: (type) => SHOWN_AS_PHOTO.test(type) },
  { as: "video", says: () => t("video"), fits: (type) => type.startsWith("video/") },
  { as: "animation", says: () => t("asAnimation"), fits: (type) => type === "image/gif" },
  { as: "voice", says: () => t("asVoice"), fits: (type) => type === "audio/ogg" },
];

function ways(files) {
  const found = QUICK.find(({ fits }) => files.every((file) => fits(file.type)));
  const quick = found ?? QUICK[0];
  const mayBeQuick = Boolean(found);
  return el(
    "fieldset",
    { class: "ways" },
    way({
      value: quick.as,
      label: quick.says(),
      why: quick.as === "voice" ? t("asVoiceWhy") : t("asPhotosWhy"),
      checked: mayBeQuick,
      disabled: !mayBeQuick,
    }),
    way({
      value: "file",
      label: t("asFiles"),
      why: t("asFilesWhy"),
      checked: !mayBeQuick,
      disabled: false,
    }),
  );
}

function way({ value, label, why, checked, disabled }) {
  const input = el("input", { type: "radio", name: "as", value, checked, disabled });
  return el(
    "label",
    { class: "way" },
    input,
    el("span", {}, el("b", {}, label), el("small", {}, why)),
  );
}

const captionField = () =>
  el(
    "label",
    { class: "field" },
    el("span", {}, t("caption")),
    el("input", { type: "text", name: "caption", maxlength: "1024" }),
  );

export function startAttach() {
  const chat = byId("chat");
  const target = byId("drop-here");
  const holdsFiles = (event) => [...event.dataTransfer.types].includes("Files");
  chat.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    target.hidden = false;
  });
  chat.addEventListener("dragleave", (event) => {
    if (!chat.contains(event.relatedTarget)) target.hidden = true;
  });
  chat.addEventListener("drop", (event) => {
    event.preventDefault();
    target.hidden = true;
    attachFiles([...event.dataTransfer.files]);
  });
  document.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length) event.preventDefault();
    attachFiles([...event.clipboardData.files]);
  });
}
