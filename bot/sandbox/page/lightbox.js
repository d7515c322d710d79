// A photo or film as large as the window; the arrows walk through its album.

import { modal } from "./dialogs.js";
import { el, icon } from "./dom.js";
import { t } from "./strings.js";

export function lightbox(album, start) {
  const { dialog, body, show } = modal({ label: t("openPhoto"), className: "lightbox" });
  let at = start;
  const draw = () =>
    body.replaceChildren(...stage(album[at]), ...(album.length > 1 ? steps() : []));
  const go = (step) => {
    at = (at + step + album.length) % album.length;
    draw();
  };
  const steps = () => [
    el(
      "button",
      {
        type: "button",
        class: "round before",
        "aria-label": t("previous"),
        onclick: () => go(-1),
      },
      icon("left"),
    ),
    el(
      "button",
      { type: "button", class: "round after", "aria-label": t("next"), onclick: () => go(1) },
      icon("right"),
    ),
  ];
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") go(-1);
    if (event.key === "ArrowRight") go(1);
  });
  draw();
  show();
}

function stage(message) {
  const { media } = message;
  const shown =
    media.kind === "photo"
      ? el("img", { src: media.url, alt: message.text || t("photo") })
      : el("video", { src: media.url, controls: true, autoplay: true, playsinline: true });
  const caption = message.text ? [el("p", { class: "lightbox-words" }, message.text)] : [];
  return [
    shown,
    ...caption,
    el(
      "a",
      { class: "original", href: media.url, target: "_blank", rel: "noopener" },
      t("original"),
    ),
  ];
}
