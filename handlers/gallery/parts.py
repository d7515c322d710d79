"""Telegram's messages as parts of an album: which are media, and what they say."""

from typing import Final

from aiogram.enums import ContentType
from aiogram.filters import Filter
from aiogram.types import Animation, Document, Message, PhotoSize, Video, VideoNote

from bot.gallery.answers import Part
from bot.gallery.entries import ARCHIVES, ENDINGS
from bot.gallery.importer import Parcel
from handlers.gallery.kinds import closed_kind
from storage.gallery import MediaKind

ZIPS: Final = frozenset({"application/zip", "application/x-zip-compressed"})
# Said in words by other conversations, or by Telegram about the chat itself.
NOT_GIVEN: Final = frozenset(
    {
        ContentType.TEXT,
        ContentType.PHOTO,
        ContentType.VIDEO,
        ContentType.VOICE,
        ContentType.UNKNOWN,
        ContentType.CHAT_SHARED,
        ContentType.USERS_SHARED,
        ContentType.PINNED_MESSAGE,
        ContentType.WRITE_ACCESS_ALLOWED,
    }
)


class IsMedia(Filter):
    """A photo, a video, or a file that says it is one; the handler gets it as a `part`."""

    async def __call__(self, message: Message) -> bool | dict[str, Part]:
        part = part_of(message)
        return {"part": part} if part else False


class IsArchive(Filter):
    """A zip; the handler gets it as a `parcel`."""

    async def __call__(self, message: Message) -> bool | dict[str, Parcel]:
        document = message.document
        if document is None or not (document.mime_type in ZIPS or _ending(document) == "zip"):
            return False
        size = document.file_size or 0
        return {"parcel": Parcel(message.chat.id, message.message_id, document.file_id, size)}


class IsOtherArchive(Filter):
    """An archive of a kind that nothing here opens."""

    async def __call__(self, message: Message) -> bool:
        return message.document is not None and _ending(message.document) in ARCHIVES


class IsOtherContent(Filter):
    """A sticker, a voice, a spreadsheet: content that nothing here can use."""

    async def __call__(self, message: Message) -> bool:
        return message.content_type not in NOT_GIVEN


def part_of(message: Message) -> Part | None:
    """The largest photo, the video, or the file of a message; None where there is no media."""
    found = _file_of(message)
    if found is None:
        return None
    kind, file, name = found
    origin = message.forward_origin
    return Part(
        chat_id=message.chat.id,
        message_id=message.message_id,
        kind=kind,
        telegram_file=file.file_id,
        live=message.live_photo.file_id if message.live_photo else None,
        group=message.media_group_id,
        name=name,
        caption=message.caption,
        forwarded_from_at=origin.date if origin else None,
    )


def _file_of(
    message: Message,
) -> tuple[MediaKind, PhotoSize | Video | VideoNote | Animation | Document, str | None] | None:
    if message.photo:
        return MediaKind.PHOTO, message.photo[-1], None
    if film := message.video or message.animation:
        return MediaKind.VIDEO, film, film.file_name
    if message.video_note:
        return MediaKind.VIDEO, message.video_note, None
    if message.document and (kind := _kind(message.document)):
        return kind, message.document, message.document.file_name
    return None


def _kind(document: Document) -> MediaKind | None:
    """By its type, or by its name where Telegram says nothing better; its bytes decide later."""
    if closed_kind(document):
        return None
    family = (document.mime_type or "").split("/")[0]
    if family in {"image", "video"}:
        return MediaKind.PHOTO if family == "image" else MediaKind.VIDEO
    form = ENDINGS.get(_ending(document))
    return MediaKind(form) if form else None


def _ending(document: Document) -> str:
    return (document.file_name or "").rpartition(".")[2].lower()
