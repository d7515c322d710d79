// Speaks with the sandbox: state once, then events; actions as posts that raise an Error with its words.

export class Refused extends Error {}

async function answerOf(response) {
  const answer = await response.json().catch(() => ({ ok: false, error: response.statusText }));
  if (!response.ok || answer.ok === false) throw new Refused(answer.error ?? response.statusText);
  return answer;
}

export const state = async () => (await fetch("api/state")).json();

export const calls = async () => (await (await fetch("api/calls")).json()).calls;

export async function post(name, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return answerOf(
    await fetch(`api/${name}`, { method: "POST", headers, body: JSON.stringify(body) }),
  );
}

// as: "photo", "file", "video", "animation" or "voice".
export async function send(files, { as, caption, chatId, replyTo }) {
  const form = new FormData();
  form.set("as", as);
  form.set("caption", caption ?? "");
  if (chatId) form.set("chat_id", chatId);
  if (replyTo) form.set("reply_to", replyTo);
  for (const file of files) form.append("files", file, file.name);
  return answerOf(await fetch("api/send", { method: "POST", body: form }));
}

export function listen(after, { onEvent, onLost, onBack }) {
  const source = new EventSource(`api/events?after=${after}`);
  source.addEventListener("message", (event) => onEvent(JSON.parse(event.data)));
  source.addEventListener("error", onLost);
  source.addEventListener("open", onBack);
  return source;
}
