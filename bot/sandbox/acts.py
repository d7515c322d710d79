"""What people do in a chat: the deeds behind the scripted person, the page and programs."""

import asyncio
from collections.abc import Sequence

from bot.sandbox.decode import Upload
from bot.sandbox.errors import bad
from bot.sandbox.methods.messages import forwarded
from bot.sandbox.person_media import live_content, part_content
from bot.sandbox.posting import post_as_person, show, show_chat
from bot.sandbox.state import (
    Chat,
    InlineAnswer,
    InlineAsked,
    Json,
    Pressed,
    StoredMessage,
)
from bot.sandbox.world import World

ALBUM = 10


def say(
    world: World, person_id: int, chat: Chat, text: str, reply_to: int | None = None
) -> StoredMessage:
    content: Json = {"text": text, "entities": _commands(text)}
    return post_as_person(world, chat, person_id, content, reply_to)


def _commands(text: str) -> list[Json]:
    """Telegram marks commands; filters of the bot rely on it."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    if not first.startswith("/") or len(first) == 1:
        return []
    return [{"type": "bot_command", "offset": 0, "length": len(first)}]


async def send_parts(
    world: World,
    person_id: int,
    chat: Chat,
    parts: Sequence[tuple[str, Upload]],
    *,
    caption: str = "",
    gap_seconds: float = 0.0,
    reply_to: int | None = None,
    origin: Json | None = None,
) -> list[StoredMessage]:
    """One message a part, as albums where there are several; parts are (kind, upload).

    origin: where it was sent first, for what is forwarded.
    """
    sent: list[StoredMessage] = []
    for group in _albums(parts):
        album = {"media_group_id": world.opaque_id()} if len(group) > 1 else {}
        for kind, upload in group:
            if sent and gap_seconds:
                await asyncio.sleep(gap_seconds)
            content = await part_content(world, kind, upload) | album | (origin or {})
            said = {} if sent else {"caption": caption}
            sent.append(post_as_person(world, chat, person_id, content | said, reply_to))
    return sent


def _albums(parts: Sequence[tuple[str, Upload]]) -> list[list[tuple[str, Upload]]]:
    """As the apps do: at most ten, files apart from what is seen in the chat."""
    groups: list[list[tuple[str, Upload]]] = []
    for kind, upload in parts:
        same = groups and (groups[-1][-1][0] == "file") == (kind == "file")
        if not same or len(groups[-1]) == ALBUM:
            groups.append([])
        groups[-1].append((kind, upload))
    return groups


async def send_live(
    world: World, person_id: int, chat: Chat, still: Upload, film: Upload
) -> StoredMessage:
    return post_as_person(world, chat, person_id, await live_content(world, still, film))


def press(
    world: World, person_id: int, chat: Chat, message: StoredMessage, button: Json
) -> Pressed:
    """A callback query for the bot; the answer comes to the returned press."""
    if "callback_data" not in button:
        raise bad("this button asks the bot nothing")
    pressed = Pressed(
        id=world.opaque_id(),
        person_id=person_id,
        chat_id=chat.id,
        message_id=message.id,
        asked_at=world.now,
        answer=asyncio.get_running_loop().create_future(),
    )
    world.pressed[pressed.id] = pressed
    query: Json = {
        "id": pressed.id,
        "from": world.people[person_id].wire(),
        "chat_instance": str(chat.id),
        "data": button["callback_data"],
    }
    if message.inline_message_id:
        query["inline_message_id"] = message.inline_message_id
    else:
        query["message"] = message.wire
    world.queue.put("callback_query", person_id, query)
    return pressed


def ask_inline(
    world: World, person_id: int, query: str, chat: Chat | None = None, offset: str = ""
) -> InlineAsked:
    asked = InlineAsked(
        id=world.opaque_id(),
        person_id=person_id,
        query=query,
        asked_at=world.now,
        answer=asyncio.get_running_loop().create_future(),
    )
    world.asked[asked.id] = asked
    kinds = {"private": "sender", "friends": "private", "group": "supergroup"}
    payload: Json = {
        "id": asked.id,
        "from": world.people[person_id].wire(),
        "query": query,
        "offset": offset,
    }
    if chat is not None:
        payload["chat_type"] = kinds.get(chat.kind, chat.kind)
    world.queue.put("inline_query", person_id, payload)
    return asked


def choose(
    world: World, asked: InlineAsked, answer: InlineAnswer, result_id: str, chat: Chat
) -> StoredMessage:
    """The result lands in the chat; the bot hears that it was chosen."""
    content = answer.contents[result_id] | {"via_bot": world.bot_user()}
    message = post_as_person(world, chat, asked.person_id, content)
    chosen: Json = {
        "result_id": result_id,
        "from": world.people[asked.person_id].wire(),
        "query": asked.query,
    }
    if "reply_markup" in content:
        message.inline_message_id = f"inline-{world.opaque_id()}"
        world.inline_messages[message.inline_message_id] = message
        chosen["inline_message_id"] = message.inline_message_id
    world.queue.put("chosen_inline_result", asked.person_id, chosen)
    return message


def stop_generation(world: World, person_id: int, draft_id: int | None = None) -> None:
    """Press Stop under the words that stream."""
    chat = world.chats[person_id]
    draft = chat.draft
    if draft is None or not draft.can_stop or draft_id not in (None, draft.draft_id):
        raise bad("no draft can be stopped")
    if not draft.keep_on_stop:
        chat.draft = None
    payload: Json = {"chat": world.chat_wire(chat), "draft_id": draft.draft_id}
    world.queue.put("stopped_message_generation", chat.id, payload)
    show_chat(world, chat)


def forward(
    world: World, person_id: int, source: Chat, message: StoredMessage, to: Chat
) -> StoredMessage:
    return post_as_person(world, to, person_id, forwarded(world, source, message))


def react(
    world: World, person_id: int, chat: Chat, message: StoredMessage, emoji: str | None
) -> None:
    old = [{"type": "emoji", "emoji": symbol} for symbol in message.reactions]
    message.reactions = [emoji] if emoji else []
    change: Json = {
        "chat": world.chat_wire(chat),
        "message_id": message.id,
        "user": world.people[person_id].wire(),
        "date": world.unix_now,
        "old_reaction": old,
        "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
    }
    if chat.has_bot:
        world.queue.put("message_reaction", chat.id, change)
    show(world, chat, message)
