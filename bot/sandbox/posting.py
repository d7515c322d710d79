"""How a message comes into being, changes and goes, whoever caused it."""

from dataclasses import dataclass
from typing import Any

from aiogram.types import ReplyParameters

from bot.sandbox.errors import ApiError, bad
from bot.sandbox.keyboards import apply_markup
from bot.sandbox.page_view import chat_view, keyboard_view, message_view
from bot.sandbox.state import Chat, Json, StoredMessage
from bot.sandbox.world import World

NOT_HERE = (  # better no answer than one that pretends
    "business_connection_id",
    "message_thread_id",
    "direct_messages_topic_id",
    "suggested_post_parameters",
    "ephemeral_message_parameters",
    "receiver_user_id",
    "callback_query_id",
    "reply_to_message_id",
    "allow_sending_without_reply",
)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the bot wants a message sent, apart from what it says."""

    markup: Json | None = None
    reply_to: StoredMessage | None = None
    is_silent: bool = False
    is_protected: bool = False
    effect: str | None = None


def manner(world: World, chat: Chat, call: Any) -> Manner:
    """Read from any send method; raises ApiError for a wrong keyboard or reply."""
    for name in NOT_HERE:
        if getattr(call, name, None) is not None:
            raise ApiError(501, f"Not Implemented: {name} has no effect here")
    reply_to = _reply_target(world, chat, call.reply_parameters)
    keys = chat.keyboard
    markup = apply_markup(chat, getattr(call, "reply_markup", None))
    if chat.keyboard is not keys:
        world.feed.tell("keyboard", lambda: {"chat_id": chat.id, "keyboard": keyboard_view(chat)})
    return Manner(
        markup=markup,
        reply_to=reply_to,
        is_silent=bool(call.disable_notification),
        is_protected=bool(call.protect_content),
        effect=getattr(call, "message_effect_id", None),
    )


def _reply_target(
    world: World, chat: Chat, parameters: ReplyParameters | None
) -> StoredMessage | None:
    if parameters is None or not parameters.message_id:
        return None
    where = chat if parameters.chat_id is None else world.chat_for_bot(parameters.chat_id)
    target = where.messages.get(parameters.message_id)
    if target is None and parameters.allow_sending_without_reply is not True:
        raise bad("message to be replied not found")
    return target


def post_as_bot(world: World, chat: Chat, content: Json, how: Manner) -> StoredMessage:
    """Put the bot's message into the chat; content holds text, or media and caption."""
    message = _stored(world, chat, world.bot_id, content, how.reply_to)
    if how.markup:
        message.wire["reply_markup"] = how.markup
    if how.is_protected:
        message.wire["has_protected_content"] = True
    if how.effect:
        message.effect = message.wire["effect_id"] = how.effect
    message.is_silent = how.is_silent
    chat.draft = chat.action = None
    show(world, chat, message)
    return message


def post_as_person(
    world: World, chat: Chat, person_id: int, content: Json, reply_to: int | None = None
) -> StoredMessage:
    """Put a person's message into the chat and, where the bot may read it, in its queue."""
    target = chat.messages.get(reply_to or 0)
    message = _stored(world, chat, person_id, content, target)
    if chat.kind == "private":
        world.people[person_id].has_started = True
    show(world, chat, message)
    if _bot_reads(world, chat, message):
        kind = "channel_post" if chat.kind == "channel" else "message"
        world.queue.put(kind, chat.id, message.wire)
    return message


def _bot_reads(world: World, chat: Chat, message: StoredMessage) -> bool:
    """Private chats and channels whole; in groups (privacy mode) only what is meant for it."""
    if chat.kind == "private":
        return not world.people[chat.id].has_blocked
    if chat.kind == "channel":
        return chat.has_bot
    to_bot = (message.wire.get("reply_to_message") or {}).get("from", {}).get("id")
    meant = message.words.startswith("/") or to_bot == world.bot_id
    return chat.has_bot and (meant or "new_chat_members" in message.wire)


def _stored(
    world: World, chat: Chat, sender_id: int, content: Json, reply_to: StoredMessage | None
) -> StoredMessage:
    chat.last_id += 1
    wire: Json = {"message_id": chat.last_id}
    if chat.kind == "channel":
        wire["sender_chat"] = world.chat_wire(chat)
    else:
        wire["from"] = world.user_wire(sender_id)
    wire |= {"chat": world.chat_wire(chat), "date": world.unix_now}
    if reply_to is not None:
        wire["reply_to_message"] = _without_nesting(reply_to.wire)
    message = StoredMessage(
        chat_id=chat.id,
        id=chat.last_id,
        wire=wire | {name: value for name, value in content.items() if value},
        sent_at=world.now,
        sender_id=sender_id,
        by_bot=sender_id == world.bot_id,
    )
    chat.messages[message.id] = message
    return message


def _without_nesting(wire: Json) -> Json:
    return {name: value for name, value in wire.items() if name != "reply_to_message"}


def show(world: World, chat: Chat, message: StoredMessage) -> None:
    """Tell everyone who looks at the chat that a message is new or changed."""
    message.version = world.number()
    chat.changed.ring()
    world.feed.tell(
        "message", lambda: {"chat_id": chat.id, "message": message_view(world, chat, message)}
    )


def show_chat(world: World, chat: Chat) -> None:
    chat.changed.ring()
    world.feed.tell("chat", lambda: {"chat": chat_view(world, chat, with_messages=False)})


def remove(world: World, chat: Chat, message_ids: list[int]) -> None:
    for message_id in message_ids:
        chat.messages.pop(message_id, None)
    chat.changed.ring()
    world.feed.tell("deleted", lambda: {"chat_id": chat.id, "ids": message_ids})
