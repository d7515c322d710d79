// A photo or film as large as the window; the arrows walk through its album.

import { modal } from "./dialogs.js";
import { el, icon } from "./dom.js";
import { t } from "./strings.js";

export function lightbox(album, start) {
  const { dialog, body, show } = modal({ label: t("openPhoto"), className: "lightbox" });
  let at = start;
  const place = el("div", { class: "stage", "aria-live": "polite" });
  const go = (step) => {
    at = (at + step + album.length) % album.length;
    place.replaceChildren(...stage(album[at]));
  };
  const arrow = (side, step, label) =>
    el(
      "button",
      { type: "button", class: `round ${side}`, "aria-label": t(label), onclick: () => go(step) },
      icon(step < 0 ? "left" : "right"),
    );
  body.append(place);
  if (album.length > 1) body.append(arrow("before", -1, "previous"), arrow("after", 1, "next"));
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") go(-1);
    if (event.key === "ArrowRight") go(1);
  });
  go(0);
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
