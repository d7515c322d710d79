"""Geometric ornaments on a page: boxes, borders, lines and gradients, their edges soft."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.collage.paint_cards import blend
from bot.collage.plan import Mark, MarkKind
from bot.pixels.orientation import Pixels

Floats: TypeAlias = NDArray[np.float32]

ROWS: Final = 256  # at a time: floats of a whole page take 26 MB, and several are needed
SOLID: Final = 0.999
HALF: Final = np.float32(0.5)  # to the middle of a pixel
SOFT: Final = 1  # pixel around a shape in which its edge fades


def draw_marks(page: Pixels, marks: Iterable[Mark]) -> None:
    """In their order; what leaves the page is not drawn."""
    for mark in marks:
        for left, top in _places(mark):
            if _is_plain(mark):
                bottom, right = max(0, top + mark.box.height), max(0, left + mark.box.width)
                page[max(0, top) : bottom, max(0, left) : right] = mark.colour
            else:
                _draw(page, mark, left, top)


def _places(mark: Mark) -> Iterator[tuple[int, int]]:
    for time in range(mark.times):
        yield (
            mark.box.left + time * mark.across_pixels,
            mark.box.top + time * mark.down_pixels,
        )


def _is_plain(mark: Mark) -> bool:
    return mark.kind is MarkKind.BOX and not mark.radius_pixels and mark.opacity >= SOLID


def _draw(page: Pixels, mark: Mark, left: int, top: int) -> None:
    """Row by row of what is on the page, so that a large mark takes little memory."""
    around = SOFT + mark.line_pixels
    first = max(0, top - around)
    last = min(page.shape[0], top + mark.box.height + around)
    begin = max(0, left - around)
    end = min(page.shape[1], left + mark.box.width + around)
    if begin >= end:
        return
    x = np.arange(begin - left, end - left, dtype=np.float32)[None, :] + HALF
    for row in range(first, last, ROWS):
        y = np.arange(row - top, min(row + ROWS, last) - top, dtype=np.float32)[:, None] + HALF
        cover = COVERS[mark.kind](mark, x, y) * np.float32(255 * mark.opacity) + 0.5
        blend(page, begin, row, mark.colour, cover.astype(np.uint8))


def _box(mark: Mark, x: Floats, y: Floats) -> Floats:
    return _rounded(x, y, mark.box.width, mark.box.height, mark.radius_pixels)


def _outline(mark: Mark, x: Floats, y: Floats) -> Floats:
    line = mark.line_pixels
    width, height = mark.box.width - 2 * line, mark.box.height - 2 * line
    whole = _box(mark, x, y)
    if min(width, height) <= 0:
        return whole
    inner = _rounded(x - line, y - line, width, height, max(0, mark.radius_pixels - line))
    return np.asarray(whole - inner)


def _rounded(x: Floats, y: Floats, width: int, height: int, radius: int) -> Floats:
    """How much of each pixel a box with round corners covers, from the distance to its edge."""
    bend = min(radius, width / 2, height / 2)
    across = np.abs(x - width / 2) - (width / 2 - bend)
    down = np.abs(y - height / 2) - (height / 2 - bend)
    outside = np.hypot(np.maximum(across, 0), np.maximum(down, 0))
    distance = outside + np.minimum(np.maximum(across, down), 0) - bend
    return np.asarray(np.clip(0.5 - distance, 0, 1), np.float32)


def _line(mark: Mark, x: Floats, y: Floats) -> Floats:
    return _stroke(mark, x, y)


def _rising_line(mark: Mark, x: Floats, y: Floats) -> Floats:
    return _stroke(mark, x, mark.box.height - y)


def _stroke(mark: Mark, x: Floats, y: Floats) -> Floats:
    """How much of each pixel a line with round ends covers."""
    width, height = mark.box.width, mark.box.height
    length = max(1, width**2 + height**2)
    along = np.clip((x * width + y * height) / length, 0, 1)
    distance = np.hypot(x - along * width, y - along * height)
    return np.asarray(np.clip(mark.line_pixels / 2 - distance + 0.5, 0, 1), np.float32)


def _scrim_down(mark: Mark, x: Floats, y: Floats) -> Floats:
    """Nothing above, all below, gently: nobody should see where it begins."""
    part = np.clip(y / max(1, mark.box.height), 0, 1)
    inside = (x > 0) & (x < mark.box.width) & (y > 0) & (y < mark.box.height)
    return np.asarray(part * part * (3 - 2 * part) * inside, np.float32)


def _scrim_up(mark: Mark, x: Floats, y: Floats) -> Floats:
    return _scrim_down(mark, x, mark.box.height - y)


COVERS: Final[Mapping[MarkKind, Callable[[Mark, Floats, Floats], Floats]]] = {
    MarkKind.BOX: _box,
    MarkKind.OUTLINE: _outline,
    MarkKind.LINE: _line,
    MarkKind.RISING_LINE: _rising_line,
    MarkKind.SCRIM_UP: _scrim_up,
    MarkKind.SCRIM_DOWN: _scrim_down,
}
