// Short words that go by themselves, and the alert that waits to be closed.

import { byId, el } from "./dom.js";
import { modal } from "./dialogs.js";
import { t } from "./strings.js";

const SHOWN_MS = 4500;

export function toast(text, { isBad = false, link = null } = {}) {
  const words = el("div", { class: isBad ? "toast bad" : "toast" }, el("span", {}, text));
  if (link)
    words.append(
      el("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, t("openLink")),
    );
  const place = byId("toasts");
  place.append(words);
  raise(place);
  setTimeout(() => words.remove(), SHOWN_MS);
}

// Above whatever window is open now: the newest popover lies on top.
function raise(place) {
  if (place.matches(":popover-open")) place.hidePopover();
  place.showPopover();
}

export function alertBox(text) {
  const dialog = modal({ label: text, role: "alertdialog", className: "alert" });
  dialog.body.append(
    el("p", {}, text),
    el("button", { type: "button", class: "main", onclick: dialog.close }, "OK"),
  );
  dialog.show();
}

// Runs an action of the page; its refusal becomes words instead of silence.
export async function tried(action) {
  try {
    return await action();
  } catch (refusal) {
    toast(t("failed", { error: refusal.message }), { isBad: true });
    return null;
  }
}
