// The story tray: a ring for each story that is still up, and the story as large as a phone.

import { post } from "./api.js";
import { modal } from "./dialogs.js";
import { byId, el, icon } from "./dom.js";
import { me, store, watch } from "./store.js";
import { t } from "./strings.js";
import { tried } from "./toasts.js";

const seen = new Set();

const alive = () =>
  [...store.stories.values()].filter(
    (story) => !story.deleted && new Date(story.expires) > new Date(store.now),
  );

const labelOf = (story, name) =>
  story.person_id === store.me ? t("storyMine") : t("story", { name });

const nameOf = (story) =>
  story.person_id === store.me ? t("you") : (store.people.get(story.person_id)?.first_name ?? "?");

export function showStories() {
  const stories = alive();
  byId("stories").replaceChildren(
    ...(stories.length ? stories.map(ring) : [el("li", { class: "quiet-words" }, t("noStories"))]),
  );
  showConnection();
}

// What Telegram keeps in Settings → Telegram Business → Chatbots.
function showConnection() {
  const isOn = Boolean(me().business);
  const button = byId("story-connection");
  button.setAttribute("aria-pressed", String(isOn));
  button.title = t(isOn ? "storiesOnLong" : "storiesOffLong");
  button.setAttribute("aria-label", t(isOn ? "storiesOn" : "storiesOff"));
  button.replaceChildren(icon(isOn ? "sent" : "link"), el("span", {}, t(isOn ? "storiesOn" : "storiesOff")));
}

function switchConnection() {
  const connected = !me().business;
  return tried(() => post("business", { connected, can_manage_stories: connected }));
}

function leftOf(story) {
  const minutes = Math.round((new Date(story.expires) - new Date(store.now)) / 60_000);
  if (minutes < 60) return t("minutesLeft", { count: Math.max(minutes, 1) });
  return t("hoursLeft", { count: Math.round(minutes / 60) });
}

function ring(story) {
  const name = nameOf(story);
  const button = el("button", {
    type: "button",
    class: `ring ${seen.has(story.id) ? "seen" : ""}`,
    "aria-label": labelOf(story, name),
  });
  button.append(
    picture(story),
    el("span", {}, name, el("small", { class: "left" }, leftOf(story))),
  );
  button.addEventListener("click", () => openStory(story, name));
  return el("li", {}, button);
}

const picture = (story) =>
  story.kind === "video"
    ? el("video", { src: story.url, preload: "metadata", muted: true })
    : el("img", { src: story.url, alt: "" });

function openStory(story, name) {
  seen.add(story.id);
  const { body, show } = modal({ label: labelOf(story, name), className: "lightbox story" });
  const shown =
    story.kind === "video"
      ? el("video", { src: story.url, controls: true, autoplay: true, playsinline: true })
      : el("img", { src: story.url, alt: story.caption || t("photo") });
  body.append(
    shown,
    ...(story.caption ? [el("p", { class: "lightbox-words" }, story.caption)] : []),
    el("p", { class: "lightbox-words left" }, t("storyLeft", { left: leftOf(story) })),
  );
  show();
  showStories();
}

export function startStories() {
  watch("story", showStories);
  watch("clock", showStories);
  watch("person", showStories);
  byId("story-connection").addEventListener("click", switchConnection);
}
