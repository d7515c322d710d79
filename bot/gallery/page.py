"""One picture a page of a gallery: numbered thumbnails under a title, or years as strips."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from bot.gallery.window import WHOLE, middle, window
from bot.pixels.encode import BLUR_SHARE, encode_jpeg
from bot.pixels.fonts import drawable, face_for, figures, font, width
from bot.pixels.geometry import Box, Size
from bot.pixels.header import probe
from bot.pixels.orientation import upright_size
from bot.pixels.small import small
from bot.pixels.tones import WARM_HUE, Colour, Tone
from bot.pixels.typefaces import tidied
from bot.vision.sight import Sight

WIDE: Final = 1280  # pixels: as wide as Telegram shows a photo
MARGIN, GUTTER = 48, 16
INNER: Final = WIDE - 2 * MARGIN
TITLE, UNDER, WORDS, NUMBER = 60, 32, 28, 30  # sizes of letters; 28 is 9 points on a phone
SMALLEST_TITLE: Final = 46
LINE_HIGH, UNDER_HIGH = 72, 52  # of a title's line, and of what is said below it
WORDS_HIGH: Final = 56
BADGE: Final = 54
RADIUS: Final = 14
COVER_WIDE, STRIP_HIGH = 428, 236
YEAR_HIGH: Final = 80
QUALITY: Final = 88
PAPER: Final = Tone(lightness=97, chroma=2).at(WARM_HUE)
PANEL: Final = Tone(lightness=92, chroma=3).at(WARM_HUE)
INK: Final = Tone(lightness=20, chroma=7).at(WARM_HUE)
SOFT_INK: Final = Tone(lightness=38, chroma=6).at(WARM_HUE)
ELLIPSIS: Final = "…"
SHARP: Final = 4  # shapes are drawn so many times larger, then made small


@dataclass(frozen=True, slots=True)
class _Style:
    """Letters of a page; size in pixels."""

    size: int
    ink: Colour
    is_serif: bool = False


NAME: Final = _Style(WORDS, INK)
SOFT: Final = _Style(WORDS, SOFT_INK)
BESIDE: Final = _Style(UNDER, SOFT_INK)
YEAR: Final = _Style(56, INK, is_serif=True)


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


def thumb(data: bytes, sight: Sight | None, cell: Size, is_blurred: bool = False) -> bytes:  # noqa: FBT001, FBT002 - the pool passes arguments by place
    """A picture as large as a cell: what matters of it, or all of it where a face would be cut.

    is_blurred: its colours show, and nothing else.
    Raises the refusals of bot.pixels.
    """
    known = probe(data)
    upright = upright_size(known.size, known.orientation)
    part = window(sight, cell.aspect) if sight else middle(upright.aspect, cell.aspect)
    shown = part or WHOLE
    scale = max(
        cell.width / shown.width / upright.width, cell.height / shown.height / upright.height
    )
    pixels = Image.fromarray(small(data, ceil(scale * max(upright.width, upright.height))))
    made = _fitted(pixels, cell) if part is None else _cropped(pixels, part, cell)
    if is_blurred:
        made = made.filter(ImageFilter.GaussianBlur(cell.width * BLUR_SHARE))
    return encode_jpeg(np.asarray(made), quality=92)


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
        _letters(page, one.words, (left + 4, first), room, NAME if one.under else SOFT)
        _letters(page, one.under, (left + 4, first + 36), room, SOFT)
    return encode_jpeg(np.asarray(page), QUALITY)


def year_strips(heading: Heading, strips: Sequence[Strip]) -> bytes:
    """A JPEG without metadata: a strip a year, its cover first."""
    high = YEAR_HIGH + STRIP_HIGH + 2 * GUTTER
    page = _paper(_head_high(heading) + len(strips) * high)
    _letter_heading(page, heading)
    for place, strip in enumerate(strips):
        top = _head_high(heading) + place * high
        taken = _letters(page, strip.title, (MARGIN, top + 38), INNER // 2, YEAR)
        at = (MARGIN + round(taken) + 24, top + 44)
        _letters(page, strip.beside, at, INNER - round(taken) - 24, BESIDE)
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
    lines = len(_title(heading.title)[0])
    return MARGIN + lines * LINE_HIGH + (UNDER_HIGH if heading.under else 0) + (lines and 12)


def _letter_heading(page: Image.Image, heading: Heading) -> None:
    lines, size = _title(heading.title)
    top, style = MARGIN - 12, _Style(size, INK, is_serif=True)
    for line in lines:
        _letters(page, line, (MARGIN, top + LINE_HIGH // 2), INNER, style)
        top += LINE_HIGH
    _letters(page, heading.under, (MARGIN, top + UNDER_HIGH // 2), INNER, BESIDE)


def _title(title: str) -> tuple[tuple[str, ...], int]:
    """One line while it stays large, else two as even as its words allow; none for none."""
    text = tidied(title)
    if not text:
        return (), TITLE
    face = face_for(text) or "inter"
    for size in range(TITLE, SMALLEST_TITLE, -2):
        if width(text, face, size) <= INNER:
            return (text,), size
    words = text.split(" ")
    breaks = [(" ".join(words[:k]), " ".join(words[k:])) for k in range(1, len(words))]
    even = min(
        breaks, key=lambda two: max(width(one, face, TITLE) for one in two), default=(text,)
    )
    return even, SMALLEST_TITLE


def _paste(page: Image.Image, one: Cell, size: Size, at: tuple[int, int]) -> None:
    shown = Image.new("RGB", (size.width, size.height), PANEL)
    if one.picture is not None:
        shown.paste(Image.fromarray(small(one.picture, max(size.width, size.height))))
    page.paste(shown, at, _rounded(size))
    if one.is_film:
        _film_sign(page, (at[0] + size.width // 2, at[1] + size.height // 2))
    if one.number is not None:
        _badge(page, one.number, (at[0] + 12, at[1] + 12))


def _cropped(pixels: Image.Image, part: Box, cell: Size) -> Image.Image:
    sides = (part.left * pixels.width, part.top * pixels.height,
             part.right * pixels.width, part.bottom * pixels.height)  # fmt: skip
    return pixels.resize((cell.width, cell.height), Image.Resampling.LANCZOS, box=sides)


def _fitted(pixels: Image.Image, cell: Size) -> Image.Image:
    """All of it, on a panel."""
    scale = min(cell.width / pixels.width, cell.height / pixels.height)
    size = (max(1, round(pixels.width * scale)), max(1, round(pixels.height * scale)))
    made = Image.new("RGB", (cell.width, cell.height), PANEL)
    at = ((cell.width - size[0]) // 2, (cell.height - size[1]) // 2)
    made.paste(pixels.resize(size, Image.Resampling.LANCZOS), at)
    return made


@cache
def _rounded(size: Size) -> Image.Image:
    large = Image.new("L", (size.width * 2, size.height * 2))
    box = (0, 0, size.width * 2 - 1, size.height * 2 - 1)
    ImageDraw.Draw(large).rounded_rectangle(box, RADIUS * 2, fill=255)
    return large.resize((size.width, size.height), Image.Resampling.BOX)


def _badge(page: Image.Image, number: int, at: tuple[int, int]) -> None:
    """A disc of paper inside the picture, its number in ink: read on anything behind it."""
    large = Image.new("L", (BADGE * SHARP, BADGE * SHARP))
    ImageDraw.Draw(large).ellipse((0, 0, BADGE * SHARP - 1, BADGE * SHARP - 1), fill=240)
    page.paste(PAPER, at, large.resize((BADGE, BADGE), Image.Resampling.BOX))
    middle_of_disc = (at[0] + BADGE / 2, at[1] + BADGE / 2)
    ImageDraw.Draw(page).text(
        middle_of_disc, str(number), font=font("inter", NUMBER), fill=INK, anchor="mm",
        features=figures(),
    )  # fmt: skip


def _film_sign(page: Image.Image, middle_at: tuple[int, int]) -> None:
    """A triangle in a disc: this one moves."""
    side = 88
    disc = Image.new("L", (side * SHARP, side * SHARP))
    ImageDraw.Draw(disc).ellipse((0, 0, side * SHARP - 1, side * SHARP - 1), fill=205)
    sign = Image.new("L", disc.size)
    a, b, c = 0.38 * side * SHARP, 0.28 * side * SHARP, 0.74 * side * SHARP
    ImageDraw.Draw(sign).polygon([(a, b), (a, side * SHARP - b), (c, side * SHARP / 2)], fill=255)
    at = (middle_at[0] - side // 2, middle_at[1] - side // 2)
    page.paste(PAPER, at, disc.resize((side, side), Image.Resampling.BOX))
    page.paste(INK, at, sign.resize((side, side), Image.Resampling.BOX))


def _letters(page: Image.Image, text: str, at: tuple[int, int], room: int, style: _Style) -> float:
    """One line from the left, its middle at that height; returns how wide it came out."""
    face = (face_for(text) if style.is_serif else None) or "inter"
    line = _shortened(drawable(face, tidied(text)), face, style.size, room)
    if not line:
        return 0.0
    baseline = at[1] + style.size * 0.36
    ImageDraw.Draw(page).text(
        (at[0], baseline), line, font=font(face, style.size), fill=style.ink, anchor="ls",
        features=figures(),
    )  # fmt: skip
    return width(line, face, style.size)


def _shortened(text: str, face: str, size: int, room: int) -> str:
    if width(text, face, size) <= room:
        return text
    while text and width(text.rstrip() + ELLIPSIS, face, size) > room:
        text = text[:-1]
    return text.rstrip(" ,;:.–-\u00a0\u202f") + ELLIPSIS if text else ""
