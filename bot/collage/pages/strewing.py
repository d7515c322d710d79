"""Cards strewn in loose rows: as large as they can be while nothing that matters is covered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import cos, radians, sin, sqrt
from typing import Final, TypeAlias

import numpy as np

from bot.collage.plan import PixelBox
from bot.collage.turned import Point

LARGEST, SHRINK = 1.45, 0.965  # tried from that many times the size at which nothing overlaps
LEAST: Final = 0.6  # of it: smaller is never needed, cards that only touch are sound
FULLEST: Final = 0.97  # of the page under cards: more cannot lie side by side
MOST_ROWS: Final = 8
UNEVEN: Final = 1.6  # times as large as the smallest, at most, are the cards of a shorter row
TRIED: Final = 4  # ways to part the cards into rows, the roomiest first
SWAYS: Final = (0.0, 0.9, -0.9)  # of the room beside a lone card: a column becomes a diagonal
LOOSE: Final = 0.25  # of a card's side at most between the cards of a row: else each is lonely
ZIGZAG: Final = 0.5  # of the room above and below a row
LAP_ACROSS, LAP_DOWN = 0.07, 0.04  # of a card's side, that cards may lie on one another
PUSHES, PUSH = 50, 0.4  # how often, and how much of what is too deep

Rows: TypeAlias = tuple[int, ...]  # how many cards in each, from above


@dataclass(frozen=True, slots=True)
class Piece:
    """A card in units of its picture's side; turned clockwise; nudged from its place, in units."""

    width: float
    height: float
    degrees: float
    nudge: Point

    @property
    def across(self) -> float:
        """How wide it is once it is turned."""
        leaning = radians(abs(self.degrees))
        return self.width * cos(leaning) + self.height * sin(leaning)

    @property
    def down(self) -> float:
        leaning = radians(abs(self.degrees))
        return self.height * cos(leaning) + self.width * sin(leaning)


@dataclass(frozen=True, slots=True)
class Strewn:
    """Where the middle of each card lies, and how many pixels a unit of each takes."""

    units: tuple[float, ...]
    middles: tuple[Point, ...]

    @property
    def size(self) -> float:
        """Of all together."""
        return sum(unit**2 for unit in self.units)


def strewn(
    pieces: Sequence[Piece], area: PixelBox, is_sound: Callable[[Strewn], bool]
) -> list[Strewn]:
    """Ways to strew the cards in their order, the largest first; at least one.

    is_sound: whether nothing that matters is covered. Asked for ever smaller cards.
    """
    ways = sorted((_Way(pieces, rows, area) for rows in _parted(len(pieces))), key=_smallness)
    found = [
        first
        for way in ways[:TRIED]
        for sway in (SWAYS if way.is_column else SWAYS[:1])
        if (first := next(filter(is_sound, way.tries(sway)), None))
    ]
    found = found or [ways[0].placed(LEAST, 0.0)]
    return sorted(found, key=lambda one: -one.size)


def _parted(count: int) -> Iterator[Rows]:
    """Rows that differ by one card at most; wherever the longer ones lie."""
    for rows in range(1, min(count, MOST_ROWS) + 1):
        least, more = divmod(count, rows)
        for longer in combinations(range(rows), more):
            yield tuple(least + (row in longer) for row in range(rows))


class _Way:
    """Cards parted into rows; each row as wide as the page, if it is not too much larger."""

    def __init__(self, pieces: Sequence[Piece], rows: Rows, area: PixelBox) -> None:
        self._pieces = pieces
        self._rows = rows
        self._area = area
        starts = [sum(rows[:row]) for row in range(len(rows))]
        self._chunks = [pieces[start : start + n] for start, n in zip(starts, rows, strict=True)]
        wide = [area.width / sum(piece.across for piece in chunk) for chunk in self._chunks]
        units = [min(unit, UNEVEN * min(wide)) for unit in wide]
        high = sum(unit * _tall(chunk) for unit, chunk in zip(units, self._chunks, strict=True))
        self._units = [unit * min(1.0, area.height / high) for unit in units]

    @property
    def is_column(self) -> bool:
        return len(self._rows) > 1 and set(self._rows) == {1}

    @property
    def size(self) -> float:
        """Of all cards together, where nothing overlaps."""
        return sum(unit**2 * len(chunk) for unit, chunk in self._by_row)

    @property
    def _by_row(self) -> list[tuple[float, Sequence[Piece]]]:
        return list(zip(self._units, self._chunks, strict=True))

    def tries(self, sway: float) -> Iterator[Strewn]:
        """Ever smaller; at first they may overlap."""
        taken = sum(unit**2 * one.width * one.height for unit, row in self._by_row for one in row)
        fits = min(
            min(self._area.width / (unit * one.across), self._area.height / (unit * one.down))
            for unit, row in self._by_row
            for one in row
        )
        times = min(LARGEST, fits, sqrt(FULLEST * self._area.area / taken))
        while times > LEAST:
            yield self._eased(self.placed(times, sway))
            times *= SHRINK

    def placed(self, times: float, sway: float) -> Strewn:
        """In rows. sway: how far lone cards go aside, in shares of the room there."""
        area, units = self._area, [times * unit for unit in self._units]
        heights = [unit * _tall(chunk) for unit, chunk in zip(units, self._chunks, strict=True)]
        levels, spare = _spread(heights, area.height, LOOSE * min(units))
        middles: list[Point] = []
        for row, (unit, chunk, level) in enumerate(zip(units, self._chunks, levels, strict=True)):
            wide = [unit * piece.across for piece in chunk]
            places, room = _spread(wide, area.width, LOOSE * unit)
            aside = sway * room / 2 * (1 if row % 2 else -1)
            lift = ZIGZAG * spare / len(units) / 2
            for place, (piece, x) in enumerate(zip(chunk, places, strict=True)):
                up = lift if (place + row) % 2 else -lift
                at = (x + aside + unit * piece.nudge[0], level + up + unit * piece.nudge[1])
                middles.append(_inside(at, piece, area, unit))
        each = tuple(unit for unit, chunk in zip(units, self._chunks, strict=True) for _ in chunk)
        return Strewn(each, tuple(middles))

    def _eased(self, way: Strewn) -> Strewn:
        """Cards that lie too far on one another push each other aside, and stay on the page."""
        at, area = np.array(way.middles), self._area
        unit = np.array(way.units)[:, None]
        edge = unit * np.array([(piece.across, piece.down) for piece in self._pieces]) / 2
        half = edge - unit * np.array([LAP_ACROSS, LAP_DOWN]) / 2
        least = np.array([area.left, area.top]) + edge
        most = np.array([area.right, area.bottom]) - edge
        itself = np.arange(len(at))
        for _ in range(PUSHES):
            apart = at[:, None] - at[None, :]
            deep = np.maximum(0.0, half[:, None] + half[None, :] - np.abs(apart))
            least_deep = np.minimum(deep[..., 0], deep[..., 1])  # apart one way is apart
            least_deep[itself, itself] = 0.0
            if not least_deep.any():
                break
            deep *= (least_deep > 0)[..., None]
            shallow = deep == least_deep[..., None]
            at = at + PUSH * (np.sign(apart) * deep * shallow).sum(axis=1)
            at = np.minimum(np.maximum(at, least), np.maximum(least, most))
        return replace(way, middles=tuple((float(x), float(y)) for x, y in at))


def _smallness(way: _Way) -> float:
    return -way.size


def _tall(chunk: Sequence[Piece]) -> float:
    return max(piece.down for piece in chunk)


def _spread(lengths: Sequence[float], room: float, loosest: float) -> tuple[list[float], float]:
    """Middles along a room, and what is left of it: together in the middle, or overlapping."""
    left = room - sum(lengths)
    if left < 0:
        gap, start, left = left / max(1, len(lengths) - 1), 0.0, 0.0
    else:
        gap = min(left / len(lengths), loosest)
        left -= gap * (len(lengths) - 1)
        start = left / 2
    middles = []
    for length in lengths:
        middles.append(start + length / 2)
        start += length + gap
    return middles, left


def _inside(at: Point, piece: Piece, area: PixelBox, unit: float) -> Point:
    """On the page: the whole card lies within its area."""
    across, down = unit * piece.across / 2, unit * piece.down / 2
    x = min(max(at[0], across), area.width - across)
    y = min(max(at[1], down), area.height - down)
    return area.left + x, area.top + y
