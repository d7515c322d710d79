"""What is given that the gallery cannot use, by its type and its name: a sentence for each."""

from collections.abc import Mapping
from typing import Final

from aiogram.enums import ContentType
from aiogram.types import Document, Message

from bot.texts import Texts

CLOSED: Final[Mapping[str, str]] = {
    "tif": "TIFF", "tiff": "TIFF", "bmp": "BMP", "avif": "AVIF", "jxl": "JPEG XL",
    "jp2": "JPEG 2000", "psd": "PSD", "svg": "SVG", "ico": "ICO",
}  # fmt: skip
RAW: Final = frozenset({
    "3fr", "arw", "cr2", "cr3", "dng", "nef", "nrw", "orf", "pef", "raf", "raw", "rw2", "srw",
})  # fmt: skip
FILMS: Final = frozenset({"avi", "flv", "mkv", "mpg", "mpeg", "mts", "ogv", "webm", "wmv"})
SOUNDS: Final = frozenset({"aac", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav", "wma"})
WORDS: Final[Mapping[str, str]] = {
    ContentType.STICKER: "gallery-cannot-sticker",
    ContentType.AUDIO: "gallery-cannot-audio",
    ContentType.CONTACT: "gallery-cannot-contact",
    ContentType.LOCATION: "gallery-cannot-location",
    ContentType.VENUE: "gallery-cannot-location",
}


def closed_kind(document: Document) -> str | None:
    """Why a document is not even fetched: a sentence's id; None where its bytes shall decide."""
    suffix = suffix_of(document)
    family, _, kind = (document.mime_type or "").partition("/")
    if suffix in RAW or kind.startswith(("x-canon", "x-nikon", "x-sony", "x-adobe-dng")):
        return "gallery-cannot-raw"
    if suffix in CLOSED:
        return "gallery-cannot-format"
    if suffix in FILMS:
        return "gallery-cannot-film"
    if suffix in SOUNDS or family == "audio":
        return "gallery-cannot-audio"
    return "gallery-cannot-pdf" if suffix == "pdf" or kind == "pdf" else None


def suffix_of(document: Document) -> str:
    return (document.file_name or "").rpartition(".")[2].lower()


def why_not(message: Message, t: Texts) -> str:
    """One sentence that names what it is, and how to send it where there is a way."""
    document = message.document
    if document is None:
        return t(WORDS.get(message.content_type, "gallery-cannot-use"))
    text_id, suffix = closed_kind(document), suffix_of(document)
    if text_id == "gallery-cannot-format":
        return t(text_id, format=CLOSED[suffix])
    if text_id == "gallery-cannot-film":
        return t(text_id, format=suffix.upper())
    return t(text_id or "gallery-cannot-use")
