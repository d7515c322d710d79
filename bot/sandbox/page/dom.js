// Makes elements: el("p", {class: "x", onclick: f}, child…); icons come from the sprite in index.html.

const SVG = "http://www.w3.org/2000/svg";

export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export function icon(name, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export const unseen = (text) => el("span", { class: "unseen" }, text);

export const byId = (id) => document.getElementById(id);

// The arrows move the focus among siblings; Home and End go to the ends.
export function arrows(container, selector) {
  container.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const items = [...container.querySelectorAll(selector)];
    const here = items.indexOf(document.activeElement);
    if (here < 0) return;
    let next = null;
    if (step) next = items[(here + step + items.length) % items.length];
    if (event.key === "Home") next = items[0];
    if (event.key === "End") next = items.at(-1);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

const TINTS = 6;

// A round mark with the first letter; the bot's is the gem.
export function avatar(kind, id, name) {
  const mark = el("span", {
    class: `avatar tint-${Math.abs(id) % TINTS} ${kind}`,
    "aria-hidden": "true",
  });
  mark.append(
    kind === "bot"
      ? icon("gem", "gem")
      : kind === "channel"
        ? icon("channel")
        : ([...name][0] ?? "?"),
  );
  return mark;
}
