"""What is bold or struck in a message, as Markdown shows it."""

from collections.abc import Sequence
from typing import Final

from bot.sandbox.state import Json

MARKS: Final = {"bold": "**", "strikethrough": "~~"}


def as_markdown(text: str, entities: Sequence[Json]) -> str:
    """The same words with their marks; spaces stay outside, where Markdown wants them."""
    units = text.encode("utf-16-le")
    marks: list[tuple[int, int, str]] = []
    for entity in entities:
        if mark := MARKS.get(entity["type"]):
            start, end = entity["offset"], entity["offset"] + entity["length"]
            piece = units[2 * start : 2 * end].decode("utf-16-le")
            start += _units(piece) - _units(piece.lstrip())
            end -= _units(piece) - _units(piece.rstrip())
            if start < end:
                marks += [(end, 0, mark), (start, 1, mark)]
    for at, _, mark in sorted(marks, reverse=True):
        units = units[: 2 * at] + mark.encode("utf-16-le") + units[2 * at :]
    return units.decode("utf-16-le")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
