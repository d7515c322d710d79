"""Words on their way through: parse mode, entities, and lengths in UTF-16 units."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import MessageEntity

from bot.sandbox.errors import ApiError, bad
from bot.sandbox.html_entities import parse_html
from bot.sandbox.markdown_entities import parse_markdown
from bot.sandbox.state import Json
from bot.sandbox.utf16 import utf16_length

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
STORY_CAPTION_LIMIT = 2048
CALLBACK_TEXT_LIMIT = 200
PARSERS = {"html": parse_html, "markdownv2": parse_markdown}


def formatted(
    text: str, parse_mode: Any, entities: Sequence[MessageEntity] | None
) -> tuple[str, list[Json]]:
    """The words without their marks, trimmed, and the entities; raises ApiError."""
    mode = str(parse_mode or "").lower()
    if mode in PARSERS:  # a parse mode beats entities given apart, as on the real server
        return _trimmed(*PARSERS[mode](text))
    if mode == "markdown":
        raise ApiError(501, "Not Implemented: the old Markdown has no answer here")
    if mode:
        raise bad("unsupported parse_mode")
    found = [entity.model_dump(exclude_none=True, mode="json") for entity in entities or ()]
    _check_entities(text, found)
    return _trimmed(text, found)


def _check_entities(text: str, entities: list[Json]) -> None:
    end = utf16_length(text)
    for entity in entities:
        if entity["length"] <= 0 or entity["offset"] < 0:
            raise bad("can't parse entities: entity has a wrong offset or length")
        if entity["offset"] + entity["length"] > end:
            raise bad("can't parse entities: entity ends beyond the end of the text")


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Telegram cuts blanks at both ends and moves entities with them."""
    cut = text.lstrip()
    lead = utf16_length(text) - utf16_length(cut)
    cut = cut.rstrip()
    end = utf16_length(cut)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if stop > start:
            kept.append(entity | {"offset": start, "length": stop - start})
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return cut, kept


def message_text(
    text: str, parse_mode: Any, entities: Sequence[MessageEntity] | None
) -> tuple[str, list[Json]]:
    if not text.strip():
        raise bad("message text is empty")
    plain, found = formatted(text, parse_mode, entities)
    if not plain:
        raise bad("message text is empty")
    if utf16_length(plain) > TEXT_LIMIT:
        raise bad("message is too long")
    return plain, found


def caption_text(
    text: str | None,
    parse_mode: Any,
    entities: Sequence[MessageEntity] | None,
    limit: int = CAPTION_LIMIT,
) -> tuple[str, list[Json]]:
    plain, found = formatted(text or "", parse_mode, entities)
    if utf16_length(plain) > limit:
        raise bad("message caption is too long")
    return plain, found
