"""Where a picture bears writing: thin strokes on one side of a flat ground, in lines."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.vision.boxes import Floats

Mask = NDArray[np.bool_]

TILE = 16  # pixels of 640: two lines of a page of writing, or one of a telephone
INK = 30.0  # steps of brightness between strokes and their ground
OTHER_SIDE, BULK = 0.25, 0.22  # of the strokes' contrast: what the ground may vary
EXACT, BLANK = 3.0, 14.0  # of brightness in a tile: drawn in one colour; without anything
SHARES = (0.03, 0.15, 0.25, 0.5, 0.75, 0.85, 0.97)
BLOCK_HIGH, BLOCK_WIDE, STRIP = 96, 64, 16  # pixels in which lines are looked for
SKEWS = (-0.12, -0.06, 0.0, 0.06, 0.12)  # a page in a hand is never quite straight
STROKES = 25.0
EMPTY_ROW, FULL_ROW = 0.03, 0.15  # shares of strokes in a row between lines, and in a line
WRITTEN_BLOCK, IN_LINES = 0.4, 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Tiles:
    """A picture in squares of 16 pixels, row by row.

    dark, light: bears strokes darker or lighter than their ground. ground: its brightness.
    spread: of all but the outermost brightness.
    """

    dark: Mask
    light: Mask
    ground: Floats
    spread: Floats

    @property
    def is_dark_on_light(self) -> bool:
        return bool(self.dark.mean() >= self.light.mean())

    @property
    def writing(self) -> Mask:
        return self.dark if self.is_dark_on_light else self.light


def tiles_of(grey: Floats) -> Tiles:
    """grey: 0 to 255; what is left over at the right and at the bottom is not looked at."""
    high, wide = grey.shape[0] // TILE, grey.shape[1] // TILE
    if not high or not wide:
        none = np.zeros((1, 1), np.bool_)
        return Tiles(none, none, np.zeros((1, 1)), np.full((1, 1), 255.0))
    cut = grey[: high * TILE, : wide * TILE : 2].reshape(high, TILE, wide, TILE // 2)
    levels = np.sort(cut.swapaxes(1, 2).reshape(high, wide, -1), axis=2)
    last = levels.shape[2] - 1
    lowest, low, quarter, middle, three, up, top = (
        levels[..., round(share * last)] for share in SHARES
    )
    dark = _bears_strokes(three - lowest, top - three, up - middle)
    light = _bears_strokes(top - quarter, quarter - lowest, middle - low)
    ground = np.where(dark, three, np.where(light, quarter, middle))
    return Tiles(dark, light, ground, top - lowest)


def _bears_strokes(ink: Floats, other: Floats, bulk: Floats) -> Mask:
    """Strong on one side, nothing on the other, and most of it ground."""
    return (ink > INK) & (other < OTHER_SIDE * ink) & (bulk < BULK * ink)


def share_in_runs(writing: Mask) -> float:
    """How many of the written tiles have a written one beside them; leaves and stars stray."""
    beside = np.zeros_like(writing)
    beside[:, 1:] |= writing[:, :-1]
    beside[:, :-1] |= writing[:, 1:]
    return float((writing & beside).sum() / max(1, writing.sum()))


def blocks_in_lines(grey: Floats, tiles: Tiles) -> int:
    """How many blocks of the picture hold strokes in lines, with nothing between the lines."""
    return sum(share > IN_LINES for share in _line_shares(grey, tiles))


def _line_shares(grey: Floats, tiles: Tiles) -> list[float]:
    writing, found = tiles.writing, []
    strokes = _strokes(grey, tiles, writing)
    for top, left in _written_blocks(writing):
        y, x = top * TILE, left * TILE
        found.append(_in_lines(strokes[y : y + BLOCK_HIGH, x : x + BLOCK_WIDE]))
    return found


def _written_blocks(writing: Mask) -> list[list[int]]:
    """The first tile of each, down and across: sums up to a corner tell what lies between four."""
    down, across = BLOCK_HIGH // TILE, BLOCK_WIDE // TILE
    tops = np.arange(0, writing.shape[0] - down + 1, down // 2)
    lefts = np.arange(0, writing.shape[1] - across + 1, across)
    sums = np.pad(writing.astype(np.int64).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    above, below = sums[tops], sums[tops + down]
    between = below - above
    written = between[:, lefts + across] - between[:, lefts]
    rows, columns = np.nonzero(written / (down * across) >= WRITTEN_BLOCK)
    found: list[list[int]] = np.stack([tops[rows], lefts[columns]], axis=1).tolist()
    return found


def _strokes(grey: Floats, tiles: Tiles, writing: Mask) -> Mask:
    square = np.ones((TILE, TILE), np.float32)
    ground = np.kron(tiles.ground.astype(np.float32), square)
    where = np.kron(writing, square.astype(np.bool_))
    seen = grey[: ground.shape[0], : ground.shape[1]]
    contrast = ground - seen if tiles.is_dark_on_light else seen - ground
    return (contrast > STROKES) & where


def _in_lines(strokes: Mask) -> float:
    """The smaller of the shares of rows in lines and of empty rows, at the skew that fits."""
    strips = [strokes[:, left : left + STRIP].mean(axis=1) for left in range(0, BLOCK_WIDE, STRIP)]
    best = 0.0
    for skew in SKEWS:
        moved = [
            np.roll(strip, round(skew * (k * STRIP - BLOCK_WIDE / 2 + STRIP / 2)))
            for k, strip in enumerate(strips)
        ]
        rows = np.mean(moved, axis=0)
        best = max(best, min(float((rows < EMPTY_ROW).mean()), float((rows > FULL_ROW).mean())))
    return best
