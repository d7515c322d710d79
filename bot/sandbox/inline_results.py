"""What an inline result becomes once somebody chooses it."""

from typing import Any

from aiogram.types import (
    InlineQueryResultArticle,
    InlineQueryResultCachedDocument,
    InlineQueryResultCachedMpeg4Gif,
    InlineQueryResultCachedPhoto,
    InlineQueryResultCachedVideo,
    InlineQueryResultPhoto,
    InputTextMessageContent,
)

from bot.sandbox.errors import bad
from bot.sandbox.keyboards import inline_keyboard
from bot.sandbox.media import photo_wire
from bot.sandbox.state import Json
from bot.sandbox.texts import caption_text, message_text
from bot.sandbox.world import World

CACHED: dict[type[Any], tuple[str, str]] = {
    InlineQueryResultCachedPhoto: ("photo", "photo_file_id"),
    InlineQueryResultCachedVideo: ("video", "video_file_id"),
    InlineQueryResultCachedDocument: ("document", "document_file_id"),
    InlineQueryResultCachedMpeg4Gif: ("animation", "mpeg4_file_id"),
}


def result_content(world: World, result: Any) -> Json:
    """The message in waiting, checked as Telegram checks it when the bot answers."""
    content = _body(world, result)
    markup = inline_keyboard(result.reply_markup, is_private=False)
    if markup:
        content["reply_markup"] = markup
    return content


def _body(world: World, result: Any) -> Json:
    instead = getattr(result, "input_message_content", None)
    if isinstance(instead, InputTextMessageContent):
        return _text(instead)
    if isinstance(result, InlineQueryResultArticle):
        raise bad("input message content is not specified")
    if isinstance(result, InlineQueryResultPhoto):
        raise bad("WEBDOCUMENT_URL_INVALID")
    if type(result) not in CACHED:
        raise bad(f'type "{result.type}" is unsupported for the inline query result')
    kind, field = CACHED[type(result)]
    stored = world.files.to_send(getattr(result, field), kind)
    media = photo_wire(world.files.sizes(stored)) if kind == "photo" else {kind: stored.wire()}
    return media | _caption(result)


def _text(content: InputTextMessageContent) -> Json:
    text, entities = message_text(
        content.message_text, _given(content, "parse_mode"), content.entities
    )
    return {"text": text, "entities": entities}


def _caption(result: Any) -> Json:
    mode = _given(result, "parse_mode")
    caption, entities = caption_text(result.caption, mode, result.caption_entities)
    return {"caption": caption, "caption_entities": entities}


def _given(model: Any, name: str) -> Any:
    """A field that the bot sent; None for a client's own default."""
    return getattr(model, name) if name in model.model_fields_set else None
