// Photos, films, files and albums inside a bubble; a spoiler stays blurred until it is tapped.

import { el, icon, unseen } from "./dom.js";
import { lightbox } from "./lightbox.js";
import { durationText, sizeText, t } from "./strings.js";

const VISUAL = new Set(["photo", "video", "video_note", "animation"]);
const DRAWABLE = /^image\/(jpeg|png|webp|gif)$/;
const WIDEST_PX = 440;
const TALLEST_PX = 440;
const NARROWEST_PX = 300; // the words and buttons below need room
const revealed = new Set(); // what this visitor has uncovered stays so

export function mediaOf(message) {
  const { media } = message;
  if (!VISUAL.has(media.kind))
    return media.kind === "audio" || media.kind === "voice" ? sound(media) : fileCard(media);
  const box = visual(message, [message], 0);
  const { width = 1, height = 1 } = media;
  const scale = Math.min(WIDEST_PX / width, Math.max(TALLEST_PX / height, NARROWEST_PX / width));
  box.style.aspectRatio = `${width} / ${height}`;
  box.style.width = `${Math.round(width * scale)}px`;
  return box;
}

export function albumMedia(messages) {
  if (!VISUAL.has(messages[0].media?.kind)) {
    return el(
      "div",
      { class: "files" },
      messages.map((message) => fileCard(message.media)),
    );
  }
  const grid = el("div", { class: `grid grid-${messages.length}`, role: "group" });
  messages.forEach((message, at) => grid.append(visual(message, messages, at)));
  return grid;
}

function visual(message, album, at) {
  const { media } = message;
  const hidden = media.spoiler && !revealed.has(message.id);
  const alone = t(media.kind === "photo" ? "openPhoto" : "openFilm");
  const label =
    album.length > 1 ? t("openPhotoOf", { number: at + 1, count: album.length }) : alone;
  const box = el("button", {
    type: "button",
    class: `visual ${hidden ? "hidden-media" : ""}`,
    "aria-label": hidden ? t("reveal") : label,
  });
  box.append(
    media.kind === "photo" ? picture(media, message) : film(media),
    el("span", { class: "reveal-hint" }, icon("eye")),
  );
  if (media.kind !== "photo")
    box.append(el("span", { class: "length" }, icon("play"), durationText(media.duration)));
  box.addEventListener("click", () => {
    if (!box.classList.contains("hidden-media")) return lightbox(album, at);
    revealed.add(message.id);
    box.classList.remove("hidden-media");
    return box.setAttribute("aria-label", label);
  });
  return box;
}

const picture = (media, message) =>
  el("img", {
    src: media.url,
    alt: message.text || "",
    width: media.width,
    height: media.height,
    decoding: "async",
  });

function film(media) {
  const video = el("video", {
    src: media.url,
    poster: media.thumb_url,
    preload: "metadata",
    playsinline: true,
  });
  video.muted = true;
  const mayMove = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (media.kind === "animation" && mayMove) Object.assign(video, { autoplay: true, loop: true });
  return video;
}

const sound = (media) => el("audio", { src: media.url, controls: true, preload: "metadata" });

function fileCard(media) {
  const name = media.name ?? t("file");
  const ending = name.includes(".") ? name.split(".").at(-1).slice(0, 4) : "";
  const mark = el("span", { class: "file-mark", "aria-hidden": "true" });
  const small = media.thumb_url ?? (DRAWABLE.test(media.mime) ? media.url : null);
  mark.append(
    small
      ? el("img", { src: small, alt: "", loading: "lazy", decoding: "async" })
      : ending
        ? el("b", {}, ending)
        : icon("file"),
  );
  const link = el("a", { class: "file", href: media.url, download: name });
  link.append(
    mark,
    el("span", { class: "file-name" }, name),
    el("span", { class: "file-size" }, sizeText(media.size ?? 0)),
  );
  link.append(unseen(t("download", { name })));
  return link;
}
