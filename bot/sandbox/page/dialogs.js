// A modal window on the browser's own <dialog>: the focus stays inside, Escape closes, the focus returns.

import { el, icon } from "./dom.js";
import { t } from "./strings.js";

const HEADING = "dialog-heading"; // one window with a heading is open at a time

export function modal({ title = null, label = null, className = "", role = null }) {
  const body = el("div", { class: "dialog-body" });
  const named = title ? { "aria-labelledby": HEADING } : { "aria-label": label };
  const dialog = el("dialog", { class: className, role, ...named });
  const close = () => dialog.close();
  const closer = el("button", {
    type: "button",
    class: "round quiet closer",
    "aria-label": t("close"),
    onclick: close,
  });
  closer.append(icon("close"));
  const heading = title ? el("h2", { id: HEADING }, title) : null;
  if (role !== "alertdialog") dialog.append(el("header", {}, heading ?? "", closer));
  dialog.append(body);
  const opener = document.activeElement;
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (opener?.isConnected) opener.focus();
  });
  const show = () => {
    document.body.append(dialog);
    dialog.showModal();
  };
  return { dialog, body, heading, show, close };
}
