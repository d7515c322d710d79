// What the sandbox told this page: people, chats and their messages; events change it, watchers look again.

const watchers = new Map();

export const store = {
  ready: false,
  chats: new Map(),
  unread: new Map(),
  openChat: null,
  theirs: null,
};

// Returns what ends the watch.
export function watch(kind, watcher) {
  const others = () => (watchers.get(kind) ?? []).filter((other) => other !== watcher);
  watchers.set(kind, [...others(), watcher]);
  return () => watchers.set(kind, others());
}

function tell(kind, event) {
  for (const watcher of watchers.get(kind) ?? []) watcher(event);
}

export function fill(state) {
  const known = store.chats;
  store.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
  store.people = new Map(state.people.map((person) => [person.id, person]));
  store.stories = new Map(state.stories.map((story) => [story.id, story]));
  const { bot, profile, faults, flood, now } = state;
  Object.assign(store, { bot, profile, faults, flood, now, me: state.page_person, ready: true });
  const hasOpen = store.chats.has(store.openChat) && known.has(store.openChat);
  store.openChat = hasOpen ? store.openChat : chatOf("bot").id;
  tell("reset", {});
}

export const chatOf = (kind) => [...store.chats.values()].find((chat) => chat.kind === kind);
export const openChat = () => store.chats.get(store.openChat);
export const me = () => store.people.get(store.me);

export function open(chatId) {
  store.openChat = chatId;
  store.unread.delete(chatId);
  tell("open", { chat_id: chatId });
}

function upsert(messages, message) {
  const at = messages.findIndex((other) => other.id === message.id);
  if (at >= 0) messages[at] = message;
  else messages.push(message);
  messages.sort((one, other) => one.id - other.id);
  return at < 0;
}

const appliers = {
  message({ chat_id: chatId, message }) {
    const chat = store.chats.get(chatId);
    const isNew = chat && upsert(chat.messages, message);
    if (isNew && !message.mine) Object.assign(chat, { action: null, draft: null });
    if (isNew && chatId !== store.openChat)
      store.unread.set(chatId, (store.unread.get(chatId) ?? 0) + 1);
  },
  deleted({ chat_id: chatId, ids }) {
    const chat = store.chats.get(chatId);
    if (chat) chat.messages = chat.messages.filter((message) => !ids.includes(message.id));
  },
  draft: ({ chat_id: chatId, draft }) => Object.assign(store.chats.get(chatId) ?? {}, { draft }),
  action: ({ chat_id: chatId, action }) =>
    Object.assign(store.chats.get(chatId) ?? {}, { action }),
  keyboard: ({ chat_id: chatId, keyboard }) =>
    Object.assign(store.chats.get(chatId) ?? {}, { keyboard }),
  chat({ chat }) {
    const messages = store.chats.get(chat.id)?.messages ?? [];
    store.chats.set(chat.id, { ...store.chats.get(chat.id), ...chat, messages });
  },
  person: ({ person }) => store.people.set(person.id, person),
  story: ({ story }) => store.stories.set(story.id, story),
  profile: ({ profile }) => Object.assign(store, { profile }),
  clock: ({ now }) => Object.assign(store, { now }),
  faults: ({ faults, flood }) => Object.assign(store, { faults, flood }),
};

export function apply(event) {
  appliers[event.kind]?.(event);
  tell(event.kind, event);
}
