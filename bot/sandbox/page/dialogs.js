// A modal window on the browser's own <dialog>: the focus stays inside, Escape closes, the focus returns.

import { el, icon } from "./dom.js";
import { t } from "./strings.js";

export function modal({ title = null, label = null, className = "", role = null }) {
  const body = el("div", { class: "dialog-body" });
  const dialog = el("dialog", { class: className, "aria-label": title ?? label, role });
  const close = () => dialog.close();
  const closer = el("button", {
    type: "button",
    class: "round quiet closer",
    "aria-label": t("close"),
    onclick: close,
  });
  closer.append(icon("close"));
  const heading = title ? el("h2", {}, title) : null;
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
