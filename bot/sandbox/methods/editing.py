"""editMessageText, editMessageCaption, editMessageMedia and editMessageReplyMarkup."""

from typing import Any

from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
)

from bot.sandbox.errors import bad
from bot.sandbox.keyboards import inline_keyboard
from bot.sandbox.media import Uploads
from bot.sandbox.methods.media import captioned, media_content, plain_item
from bot.sandbox.posting import show
from bot.sandbox.state import Json, StoredMessage
from bot.sandbox.texts import TEXT_LIMIT, formatted
from bot.sandbox.utf16 import utf16_length
from bot.sandbox.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
WORDS = ("text", "entities", "link_preview_options", "caption", "caption_entities")
MEDIA = ("photo", "video", "animation", "document", "has_media_spoiler")


def edit_text(world: World, call: EditMessageText) -> Json | bool:
    if not (call.text or "").strip():
        raise bad("message text is empty")
    text, entities = formatted(call.text or "", call.parse_mode, call.entities)
    if utf16_length(text) > TEXT_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    message = _target(world, call)
    if message.media_kind:
        raise bad("there is no text in the message to edit")
    content: Json = {"text": text, "entities": entities}
    if call.link_preview_options is not None:
        content |= call.model_dump(include={"link_preview_options"}, exclude_unset=True)
    return _change(world, call, message, content, WORDS)


def edit_caption(world: World, call: EditMessageCaption) -> Json | bool:
    content = captioned(call)
    message = _target(world, call)
    if not message.media_kind:
        raise bad("there is no caption in the message to edit")
    del content["has_media_spoiler"]
    return _change(world, call, message, content, (*WORDS, "show_caption_above_media"))


async def edit_media(world: World, call: EditMessageMedia, uploads: Uploads) -> Json | bool:
    item: Any = plain_item(call.media)
    words = captioned(item)
    message = _target(world, call)
    if message.inline_message_id and uploads:
        raise bad("can't upload new media for an inline message; use a file_id or a URL")
    if message.album and str(item.type) not in ("photo", "video"):
        raise bad("can't use the media of the specified type in the album")
    content = await media_content(world, str(item.type), item.media, item, uploads)
    message = _target(world, call)
    gone = (*WORDS, *MEDIA, "show_caption_above_media")
    return _change(world, call, message, content | words, gone)


def edit_markup(world: World, call: EditMessageReplyMarkup) -> Json | bool:
    return _change(world, call, _target(world, call), {}, ())


def _target(world: World, call: Any) -> StoredMessage:
    if call.inline_message_id:
        found = world.inline_messages.get(call.inline_message_id)
        if found is None:
            raise bad("MESSAGE_ID_INVALID")
        return found
    if not call.message_id and call.chat_id is not None:
        raise bad("message identifier is not specified")
    chat = world.chat_to_write(call.chat_id)
    message = world.message(chat, call.message_id, "message to edit")
    if not message.by_bot:
        raise bad("message can't be edited")
    return message


def _change(
    world: World, call: Any, message: StoredMessage, content: Json, replaced: tuple[str, ...]
) -> Json | bool:
    """An edit that names no keyboard takes the old one away, as on Telegram."""
    chat = world.chats[message.chat_id]
    markup = inline_keyboard(call.reply_markup, is_private=chat.kind == "private")
    kept = {name: value for name, value in message.wire.items() if name not in replaced}
    kept.pop("reply_markup", None)
    wire = kept | {name: value for name, value in content.items() if value}
    if markup:
        wire["reply_markup"] = markup
    if _same(wire, message.wire):
        raise bad(NOT_MODIFIED)
    if content:
        wire["edit_date"] = world.unix_now
    message.wire = wire
    show(world, chat, message)
    return True if message.inline_message_id else wire


def _same(new: Json, old: Json) -> bool:
    ignored = ("edit_date",)
    names = (new.keys() | old.keys()) - set(ignored)
    return all(new.get(name) == old.get(name) for name in names)
