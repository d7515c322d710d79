"""Titles and small letterings drawn on a page, upright or turned."""

from math import ceil, hypot
from typing import Final

import numpy as np
from PIL import Image

from bot.collage.lettering_line import Line, ink_box, write
from bot.collage.lettering_shade import legible
from bot.collage.plan import Anchor, Letters, PixelBox, Words
from bot.pixels.geometry import Size
from bot.pixels.orientation import Pixels
from bot.pixels.tones import Colour

STEPS: Final = 16  # along leaning words


def draw(page: Pixels, letters: Letters, ink: Colour, within: PixelBox | None = None) -> None:
    """Write the title, in another ink or on a shade where that one could not be read.

    within: what a shade may lie on; None for the whole page.
    """
    x = page.shape[1] / 2 if letters.x is None else letters.x
    placed = [
        (Line(text, letters.face, letters.size_pixels, Anchor.MIDDLE), (x, baseline))
        for text, baseline in zip(letters.lines, letters.baselines, strict=True)
    ]
    boxes = [_on_page(ink_box(line), at, page) for line, at in placed]
    ink = legible(page, boxes, ink, letters.size_pixels, within or _whole(page))
    for (line, at), box in zip(placed, boxes, strict=True):
        _write(page, line, at, box, ink)


def draw_words(page: Pixels, words: Words, within: PixelBox | None = None) -> None:
    """Write a small lettering, turned about its anchor if it is, as legibly as a title."""
    line = Line(words.text, words.face, words.size_pixels, words.anchor)
    if words.turn_degrees:
        _write_turned(page, words, line, within or _whole(page))
        return
    at = (words.x, words.baseline)
    box = _on_page(ink_box(line), at, page)
    ink = legible(page, [box], words.ink, words.size_pixels, within or _whole(page))
    _write(page, line, at, box, ink)


def _write(page: Pixels, line: Line, at: tuple[float, float], box: PixelBox, ink: Colour) -> None:
    part = page[box.top : box.bottom]
    band = Image.fromarray(part)
    write(band, line, (at[0], at[1] - box.top), ink)
    part[:] = np.asarray(band)


def _write_turned(page: Pixels, words: Words, line: Line, clip: PixelBox) -> None:
    layer, (left, top) = _turned(line, words.turn_degrees, words.ink)
    found, about = PixelBox(left, top, *layer.size), (words.x, words.baseline)
    box = _on_page(found, about, page)
    behind = [_on_page(one, about, page) for one in _stairs(layer, found)]
    ink = legible(page, behind or [box], words.ink, words.size_pixels, clip)
    if ink != words.ink:
        layer, _ = _turned(line, words.turn_degrees, ink)
    part = page[box.top : box.bottom, box.left : box.right]
    picture = Image.fromarray(part)
    at = (words.x + left - box.left, words.baseline + top - box.top)
    picture.paste(layer, at, layer)
    part[:] = np.asarray(picture)


def _stairs(layer: Image.Image, found: PixelBox) -> list[PixelBox]:
    """Where the ink lies, step by step: a box around leaning words holds what is beside them."""
    step = max(1, ceil(found.width / STEPS))
    inked = [
        (left, layer.crop((left, 0, min(left + step, found.width), found.height)).getbbox())
        for left in range(0, found.width, step)
    ]
    return [
        PixelBox(found.left + left + x, found.top + top, right - x, bottom - top)
        for left, (x, top, right, bottom) in ((left, box) for left, box in inked if box)
    ]


def _turned(line: Line, degrees: float, ink: Colour) -> tuple[Image.Image, tuple[int, int]]:
    """Only its ink, on nothing; and where that begins, from its anchor."""
    flat = ink_box(line)
    wide = max(-flat.left, flat.right)
    high = max(-flat.top, flat.bottom)
    reach = ceil(hypot(wide, high)) + 2
    layer = Image.new("RGBA", (2 * reach, 2 * reach), (*ink, 0))
    write(layer, line, (reach, reach), ink)
    turned = layer.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=(*ink, 0))
    inked = turned.getbbox(alpha_only=True) or (reach, reach, reach + 1, reach + 1)
    return turned.crop(inked), (inked[0] - reach, inked[1] - reach)


def _on_page(box: PixelBox, at: tuple[float, float], page: Pixels) -> PixelBox:
    """A box around an anchor, as far as the page goes."""
    height, width = page.shape[:2]
    left, top = int(at[0]) + box.left, int(at[1]) + box.top
    right, bottom = ceil(at[0]) + box.right, ceil(at[1]) + box.bottom
    return PixelBox.between(left, top, right, bottom).on(Size(width, height))


def _whole(page: Pixels) -> PixelBox:
    return PixelBox(0, 0, page.shape[1], page.shape[0])
