"""Deleting, forwarding, copying, pinning and reacting."""

from datetime import timedelta

from aiogram.methods import (
    CopyMessage,
    DeleteMessage,
    DeleteMessages,
    ForwardMessage,
    PinChatMessage,
    SetMessageReaction,
    UnpinChatMessage,
)

from bot.sandbox.errors import bad
from bot.sandbox.posting import Manner, manner, post_as_bot, remove, show
from bot.sandbox.state import Chat, Json, StoredMessage
from bot.sandbox.texts import caption_text
from bot.sandbox.world import World

DELETABLE = timedelta(hours=48)
MANY = 100
CONTENT = (
    "text",
    "entities",
    "caption",
    "caption_entities",
    "photo",
    "video",
    "animation",
    "voice",
    "video_note",
    "live_photo",
    "sticker",
    "audio",
    "document",
    "has_media_spoiler",
    "link_preview_options",
)
# Those that the Bot API lists; several are joined code points, none has a variation selector.
REACTIONS = frozenset([
    "❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉",
    "🤩", "🤮", "💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤\u200d🔥", "🌚",
    "🌭", "💯", "🤣", "⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕",
    "😈", "😴", "😭", "🤓", "👻", "👨\u200d💻", "👀", "🎃", "🙈", "😇", "😨", "🤝", "✍",
    "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄", "😘",
    "💊", "🙊", "😎", "👾", "🤷\u200d♂", "🤷", "🤷\u200d♀", "😡",
])  # fmt: skip


def delete_message(world: World, call: DeleteMessage) -> bool:
    chat = world.chat_for_bot(call.chat_id)
    message = world.message(chat, call.message_id, "message to delete")
    _check_deletable(world, chat, message)
    remove(world, chat, [message.id])
    return True


def delete_messages(world: World, call: DeleteMessages) -> bool:
    """Those that are not there are skipped."""
    if len(call.message_ids) > MANY:
        raise bad("too many message identifiers specified")
    if not call.message_ids:
        raise bad("message identifiers are not specified")
    chat = world.chat_for_bot(call.chat_id)
    found = [chat.messages[number] for number in call.message_ids if number in chat.messages]
    for message in found:
        _check_deletable(world, chat, message)
    remove(world, chat, [message.id for message in found])
    return True


def _check_deletable(world: World, chat: Chat, message: StoredMessage) -> None:
    rights = chat.rights or {}
    if chat.kind != "private" and not message.by_bot and not rights.get("can_delete_messages"):
        raise bad("message can't be deleted")
    is_old = message.sent_at + DELETABLE < world.now
    if is_old and not rights.get("can_delete_messages"):
        raise bad("message can't be deleted for everyone")


def forward_message(world: World, call: ForwardMessage) -> Json:
    source, message = _source(world, call.from_chat_id, call.message_id, "forward")
    chat = world.chat_to_write(call.chat_id)
    content = forwarded(world, source, message)
    how = Manner(
        is_silent=bool(call.disable_notification), is_protected=bool(call.protect_content)
    )
    return post_as_bot(world, chat, content, how).wire


def forwarded(world: World, source: Chat, message: StoredMessage) -> Json:
    """The content with where it came from; a forward of a forward keeps its origin."""
    origin = message.wire.get("forward_origin")
    if origin is None:
        origin = _origin(world, source, message)
    return _content(message) | {"forward_origin": origin}


def _origin(world: World, source: Chat, message: StoredMessage) -> Json:
    date = int(message.sent_at.timestamp())
    if source.kind == "channel":
        chat = world.chat_wire(source)
        return {"type": "channel", "date": date, "chat": chat, "message_id": message.id}
    return {"type": "user", "date": date, "sender_user": world.user_wire(message.sender_id)}


def copy_message(world: World, call: CopyMessage) -> Json:
    _, message = _source(world, call.from_chat_id, call.message_id, "copy")
    chat = world.chat_to_write(call.chat_id)
    content = _content(message)
    if call.caption is not None and message.media_kind:
        text, entities = caption_text(call.caption, call.parse_mode, call.caption_entities)
        content |= {"caption": text, "caption_entities": entities}
    copied = post_as_bot(world, chat, content, manner(world, chat, call))
    return {"message_id": copied.id}


def _source(
    world: World, chat_id: int | str, message_id: int, what: str
) -> tuple[Chat, StoredMessage]:
    chat = world.chat_for_bot(chat_id)
    message = world.message(chat, message_id, f"message to {what}")
    if message.wire.get("has_protected_content"):
        verb = "forwarded" if what == "forward" else "copied"
        raise bad(f"the message can't be {verb}")
    return chat, message


def _content(message: StoredMessage) -> Json:
    return {name: message.wire[name] for name in CONTENT if name in message.wire}


def pin_message(world: World, call: PinChatMessage) -> bool:
    chat = world.chat_to_write(call.chat_id)
    message = world.message(chat, call.message_id, "message to pin")
    if chat.kind == "group" and not (chat.rights or {}).get("can_pin_messages"):
        raise bad("not enough rights to manage pinned messages in the chat")
    message.is_pinned = True
    show(world, chat, message)
    return True


def unpin_message(world: World, call: UnpinChatMessage) -> bool:
    chat = world.chat_to_write(call.chat_id)
    pinned = [message for message in chat.messages.values() if message.is_pinned]
    if call.message_id:
        pinned = [message for message in pinned if message.id == call.message_id]
    if not pinned:
        raise bad("message to unpin not found")
    pinned[-1].is_pinned = False
    show(world, chat, pinned[-1])
    return True


def set_reaction(world: World, call: SetMessageReaction) -> bool:
    chat = world.chat_to_write(call.chat_id)
    message = world.message(chat, call.message_id, "message to react")
    wanted = call.reaction or []
    if len(wanted) > 1:
        raise bad("REACTIONS_TOO_MANY")
    emoji = [getattr(reaction, "emoji", "") for reaction in wanted]
    if any(symbol.replace("\ufe0f", "") not in REACTIONS for symbol in emoji):
        raise bad("REACTION_INVALID")
    message.reactions = emoji
    show(world, chat, message)
    return True
