"""One picture a page of a gallery: numbered thumbnails under a title, or years as strips."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from bot.gallery.page_ink import (
    BESIDE,
    INK,
    INNER,
    MARGIN,
    NAME,
    PANEL,
    PAPER,
    SOFT,
    WIDE,
    YEAR,
    Style,
    badge,
    film_sign,
    letters,
    title_lines,
)
from bot.pixels.encode import encode_jpeg
from bot.pixels.geometry import Size
from bot.pixels.small import small

GUTTER: Final = 16
YEAR_HIGH: Final = 80
LINE_HIGH, UNDER_HIGH = 72, 52  # of a title's line, and of what is said below it
WORDS_HIGH: Final = 56
RADIUS: Final = 14
COVER_WIDE, STRIP_HIGH = 428, 236
QUALITY: Final = 88


@dataclass(frozen=True, slots=True)
class Heading:
    """What a page is of, and what is said below it; both may be empty."""

    title: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A thumbnail: a JPEG of the cell's size, None for a film without a picture.

    words, under: the two small lines below it. number: its button's; None for none.
    """

    picture: bytes | None
    words: str = ""
    under: str = ""
    number: int | None = None
    is_film: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """A year: its title, what is said beside it, its cover and a few more pictures."""

    title: str
    beside: str
    cells: tuple[Cell, ...]


def columns_for(count: int) -> int:
    """How many thumbnails stand side by side."""
    return {0: 1, 1: 1, 2: 2, 4: 2}.get(count, 3)


def cell_size(count: int, aspects: Sequence[float]) -> Size:
    """What each thumbnail of a page measures: the shape that most of them have anyway."""
    if count <= 1:
        aspect = min(max(aspects[0] if aspects else 1.0, 0.62), 2.2)
        return Size(INNER, round(INNER / aspect))
    columns = columns_for(count)
    wide = (INNER - (columns - 1) * GUTTER) // columns
    middling = sorted(aspects)[len(aspects) // 2] if aspects else 1.0
    return Size(wide, round(wide / min(max(middling, 0.8), 1.34)))


def strip_sizes() -> tuple[Size, Size]:
    """Of a year's cover, and of the pictures beside it."""
    beside = (INNER - COVER_WIDE - 3 * GUTTER) // 3
    return Size(COVER_WIDE, STRIP_HIGH), Size(beside, STRIP_HIGH)


def contact_sheet(heading: Heading, cells: Sequence[Cell], cell: Size) -> bytes:
    """A JPEG without metadata: the thumbnails row by row, each with its number and its words."""
    columns = columns_for(len(cells))
    below = _words_high(cells)
    page = _paper(_head_high(heading) + ceil(len(cells) / columns) * (cell.height + below))
    _letter_heading(page, heading)
    for place, one in enumerate(cells):
        row, column = divmod(place, columns)
        left = MARGIN + column * (cell.width + GUTTER)
        top = _head_high(heading) + row * (cell.height + below)
        _paste(page, one, cell, (left, top))
        first, room = top + cell.height + 26, cell.width - 8
        letters(page, one.words, (left + 4, first), room, NAME if one.under else SOFT)
        letters(page, one.under, (left + 4, first + 36), room, SOFT)
    return encode_jpeg(np.asarray(page), QUALITY)


def year_strips(heading: Heading, strips: Sequence[Strip]) -> bytes:
    """A JPEG without metadata: a strip a year, its cover first."""
    high = YEAR_HIGH + STRIP_HIGH + 2 * GUTTER
    page = _paper(_head_high(heading) + len(strips) * high)
    _letter_heading(page, heading)
    for place, strip in enumerate(strips):
        top = _head_high(heading) + place * high
        taken = letters(page, strip.title, (MARGIN, top + 38), INNER // 2, YEAR)
        at = (MARGIN + round(taken) + 24, top + 44)
        letters(page, strip.beside, at, INNER - round(taken) - 24, BESIDE)
        left = MARGIN
        for one, size in zip(strip.cells, _strip_row(), strict=False):
            _paste(page, one, size, (left, top + YEAR_HIGH))
            left += size.width + GUTTER
    return encode_jpeg(np.asarray(page), QUALITY)


def _strip_row() -> tuple[Size, ...]:
    cover, beside = strip_sizes()
    return (cover, beside, beside, beside)


def _paper(high: int) -> Image.Image:
    return Image.new("RGB", (WIDE, high + MARGIN - GUTTER), PAPER)


def _words_high(cells: Sequence[Cell]) -> int:
    """The same below every thumbnail of a page, so that rows stay rows."""
    if any(one.under for one in cells):
        return WORDS_HIGH + 42
    return WORDS_HIGH if any(one.words for one in cells) else GUTTER


def _head_high(heading: Heading) -> int:
    lines = len(title_lines(heading.title)[0])
    return MARGIN + lines * LINE_HIGH + (UNDER_HIGH if heading.under else 0) + (lines and 12)


def _letter_heading(page: Image.Image, heading: Heading) -> None:
    lines, size = title_lines(heading.title)
    top, style = MARGIN - 12, Style(size, INK, is_serif=True)
    for line in lines:
        letters(page, line, (MARGIN, top + LINE_HIGH // 2), INNER, style)
        top += LINE_HIGH
    letters(page, heading.under, (MARGIN, top + UNDER_HIGH // 2), INNER, BESIDE)


def _paste(page: Image.Image, one: Cell, size: Size, at: tuple[int, int]) -> None:
    shown = Image.new("RGB", (size.width, size.height), PANEL)
    if one.picture is not None:
        shown.paste(Image.fromarray(small(one.picture, max(size.width, size.height))))
    page.paste(shown, at, _rounded(size))
    if one.is_film:
        film_sign(page, (at[0] + size.width // 2, at[1] + size.height // 2))
    if one.number is not None:
        badge(page, one.number, (at[0] + 12, at[1] + 12))


@cache
def _rounded(size: Size) -> Image.Image:
    large = Image.new("L", (size.width * 2, size.height * 2))
    box = (0, 0, size.width * 2 - 1, size.height * 2 - 1)
    ImageDraw.Draw(large).rounded_rectangle(box, RADIUS * 2, fill=255)
    return large.resize((size.width, size.height), Image.Resampling.BOX)
