"""sendPhoto, sendDocument, sendVideo, sendAnimation, sendVoice and sendMediaGroup."""

from typing import Any

from aiogram.methods import (
    SendAnimation,
    SendDocument,
    SendMediaGroup,
    SendPhoto,
    SendVideo,
    SendVoice,
)

from bot.sandbox.errors import bad
from bot.sandbox.media import Uploads, file_content, photo_content
from bot.sandbox.posting import manner, post_as_bot
from bot.sandbox.state import Json
from bot.sandbox.texts import caption_text
from bot.sandbox.world import World

ALBUM_MIN, ALBUM_MAX = 2, 10
ALBUM_KINDS = ("photo", "video", "document", "audio")


async def send_photo(world: World, call: SendPhoto, uploads: Uploads) -> Json:
    return await _send(world, "photo", call.photo, call, uploads)


async def send_document(world: World, call: SendDocument, uploads: Uploads) -> Json:
    return await _send(world, "document", call.document, call, uploads)


async def send_video(world: World, call: SendVideo, uploads: Uploads) -> Json:
    return await _send(world, "video", call.video, call, uploads)


async def send_animation(world: World, call: SendAnimation, uploads: Uploads) -> Json:
    return await _send(world, "animation", call.animation, call, uploads)


async def send_voice(world: World, call: SendVoice, uploads: Uploads) -> Json:
    return await _send(world, "voice", call.voice, call, uploads)


async def _send(world: World, kind: str, reference: Any, call: Any, uploads: Uploads) -> Json:
    words = captioned(call)
    chat = world.chat_to_write(call.chat_id)
    how = manner(world, chat, call)
    content = await media_content(world, kind, reference, call, uploads)
    chat = world.chat_to_write(call.chat_id)  # they may have blocked the bot meanwhile
    return post_as_bot(world, chat, content | words, how).wire


def captioned(call: Any) -> Json:
    """Caption, its entities and how the media shows; for calls and for album items."""
    caption, entities = caption_text(call.caption, call.parse_mode, call.caption_entities)
    return {
        "caption": caption,
        "caption_entities": entities,
        "has_media_spoiler": getattr(call, "has_spoiler", None),
        "show_caption_above_media": caption and getattr(call, "show_caption_above_media", None),
    }


async def media_content(
    world: World, kind: str, reference: Any, about: Any, uploads: Uploads
) -> Json:
    if kind == "photo":
        return await photo_content(world, reference, uploads)
    return await file_content(world, kind, reference, uploads, about)


async def send_media_group(world: World, call: SendMediaGroup, uploads: Uploads) -> list[Json]:
    if not ALBUM_MIN <= len(call.media) <= ALBUM_MAX:
        raise bad(f"media group must include {ALBUM_MIN}-{ALBUM_MAX} items")
    _check_kinds([str(item.type) for item in call.media])
    words = [captioned(plain_item(item)) for item in call.media]
    chat = world.chat_to_write(call.chat_id)
    how = manner(world, chat, call)
    contents = [
        await media_content(world, str(item.type), item.media, item, uploads)
        for item in call.media
    ]
    chat = world.chat_to_write(call.chat_id)
    album = {"media_group_id": world.opaque_id()}
    return [
        post_as_bot(world, chat, content | said | album, how).wire
        for content, said in zip(contents, words, strict=True)
    ]


def _check_kinds(kinds: list[str]) -> None:
    """Photos and videos mix; documents and audio keep to themselves."""
    for kind in kinds:
        if kind not in ALBUM_KINDS:
            raise bad(f"can't parse InputMedia: type \"{kind}\" can't be used in sendMediaGroup")
    lonely = {kind for kind in kinds if kind in ("document", "audio")}
    if lonely and len(set(kinds)) > 1:
        raise bad(f"{lonely.pop()} can't be mixed with other media types")


def plain_item(item: Any) -> Any:
    """An album item whose unset parse mode is none, as in calls."""
    changes = {
        name: None
        for name in ("parse_mode", "show_caption_above_media")
        if name not in item.model_fields_set
    }
    return item.model_copy(update=changes)
