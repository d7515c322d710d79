"""A contact sheet: one photo, as it is and in those looks that suit it, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageOps

from bot.looks.catalogue import Look, Recipe
from bot.looks.restyle import looked
from bot.pixels.encode import encode_jpeg
from bot.pixels.fonts import drawable, face_for, figures, font, width
from bot.pixels.geometry import Size
from bot.pixels.small import small
from bot.pixels.tones import Colour, Tone, dominant_hue
from bot.vision.sight import Sight

COLUMNS: Final = 3
CELL_WIDE: Final = 520
MARGIN, GUTTER = 56, 40
LABEL_HIGH: Final = 104
BADGE: Final = 56
LETTERS: Final = 44  # pixels: 10 points where a phone shows the page as wide as itself
SMALLEST: Final = 28
RADIUS: Final = 16
TALLEST, WIDEST = 0.75, 1.5  # aspects of a cell; beyond them a preview is cropped
QUALITY: Final = 90
PAPER, INK = Tone(lightness=96, chroma=4), Tone(lightness=20, chroma=9)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands under a preview: its button's number, none under the photo itself."""

    name: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Page:
    cell: Size
    rows: int
    paper: Colour
    ink: Colour

    @property
    def size(self) -> tuple[int, int]:
        across = 2 * MARGIN + COLUMNS * self.cell.width + (COLUMNS - 1) * GUTTER
        return across, 2 * MARGIN + self.rows * (self.cell.height + LABEL_HIGH) - GUTTER // 2

    def corner(self, place: int) -> tuple[int, int]:
        row, column = divmod(place, COLUMNS)
        down = MARGIN + row * (self.cell.height + LABEL_HIGH)
        return MARGIN + column * (self.cell.width + GUTTER), down


def contact_sheet(
    data: bytes, sight: Sight, looks: Sequence[Look], names: Sequence[str], plain: str
) -> bytes:
    """A JPEG without metadata. names: of the looks, in their order; plain: of the photo itself.

    Raises the refusals of bot.pixels and CannotPaint.
    """
    pixels = small(data, round(CELL_WIDE / min(1.0, WIDEST)))
    page = _page(sight, 1 + len(looks))
    sheet = Image.new("RGB", page.size, page.paper)
    shown = [pixels, *(looked(pixels, sight, Recipe(look)) for look in looks)]
    labels = [Label(plain), *(Label(name, k) for k, name in enumerate(names, start=1))]
    corners = _rounded(page.cell)
    for place, (preview, label) in enumerate(zip(shown, labels, strict=True)):
        at = page.corner(place)
        sheet.paste(_fitted(Image.fromarray(preview), page.cell, sight), at, corners)
        _write(sheet, label, (at[0], at[1] + page.cell.height), page)
    return encode_jpeg(np.asarray(sheet), QUALITY)


def _page(sight: Sight, count: int) -> _Page:
    hue = dominant_hue([sight.hues])
    aspect = min(max(sight.size.aspect, TALLEST), WIDEST)
    cell, rows = Size(CELL_WIDE, round(CELL_WIDE / aspect)), ceil(count / COLUMNS)
    return _Page(cell, rows, PAPER.at(hue), INK.at(hue))


def _fitted(preview: Image.Image, cell: Size, sight: Sight) -> Image.Image:
    """As large as the cell; what is cropped lies far from the faces."""
    boxes = sight.faces or sight.people
    x = sum(box.left + box.right for box in boxes) / 2 / len(boxes) if boxes else 0.5
    y = sum(box.top + box.bottom for box in boxes) / 2 / len(boxes) if boxes else 0.5
    return ImageOps.fit(
        preview, (cell.width, cell.height), Image.Resampling.LANCZOS, centering=(x, y)
    )


def _rounded(cell: Size) -> Image.Image:
    large = Image.new("L", (cell.width * 2, cell.height * 2))
    box = (0, 0, cell.width * 2 - 1, cell.height * 2 - 1)
    ImageDraw.Draw(large).rounded_rectangle(box, RADIUS * 2, fill=255)
    return large.resize((cell.width, cell.height), Image.Resampling.BOX)


def _write(sheet: Image.Image, label: Label, at: tuple[int, int], page: _Page) -> None:
    """The number in a disc, the name beside it."""
    pen = ImageDraw.Draw(sheet)
    left, middle = at[0], at[1] + 16 + BADGE // 2
    if label.number is not None:
        _disc(sheet, (left, middle - BADGE // 2), page)
        number = font("inter", 32)
        pen.text(
            (left + BADGE / 2, middle), str(label.number), font=number, fill=page.paper,
            anchor="mm",
        )  # fmt: skip
        left += BADGE + 16
    face = face_for(label.name)
    if face is None:
        return
    name, room = drawable(face, label.name), page.cell.width - (left - at[0])
    size = next(
        (s for s in range(LETTERS, SMALLEST, -2) if width(name, face, s) <= room), SMALLEST
    )
    pen.text(
        (left, middle + size * 0.34), name, font=font(face, size), fill=page.ink, anchor="ls",
        features=figures(),
    )  # fmt: skip


def _disc(sheet: Image.Image, at: tuple[int, int], page: _Page) -> None:
    large = Image.new("L", (BADGE * 4, BADGE * 4))
    ImageDraw.Draw(large).ellipse((0, 0, BADGE * 4 - 1, BADGE * 4 - 1), fill=255)
    sheet.paste(page.ink, at, large.resize((BADGE, BADGE), Image.Resampling.BOX))
