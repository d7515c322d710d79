"""Photos in rows that fill a box from edge to edge, each bent as little as all the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import exp, floor, log
from typing import Final

from bot.collage.crop import croppable
from bot.collage.page import cell_of
from bot.collage.plan import Cell, PixelBox, PlanPhoto

LOOSEST: Final = 0.24  # |ln(cell aspect / photo aspect)|: four fifths of a photo are always seen
MOST_SPLIT: Final = 9  # photos whose rows are tried in every way; more are cut evenly
SAFETY: Final = 0.004  # off the limits, so that whole pixels do not break them


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A photo to be laid; its width / height, and how far a cell's may be from it, as ln."""

    photo: PlanPhoto
    aspect: float
    narrowest: float
    widest: float


Rows = Sequence[Sequence[Piece]]


def pieces(photos: Iterable[PlanPhoto]) -> list[Piece]:
    return [piece_of(photo) for photo in photos]


def piece_of(photo: PlanPhoto) -> Piece:
    known = croppable(photo.sight)
    narrowest, widest = known.narrowest + SAFETY, known.widest - SAFETY
    return Piece(photo, known.aspect, min(0.0, narrowest), max(0.0, widest))


def natural_aspect(rows: Rows) -> float:
    """Width / height of rows of whole photos, without gaps."""
    return 1 / sum(1 / _aspects(row) for row in rows)


def in_rows(photos: Sequence[Piece], aspect: float) -> Rows:
    """In their order, in the rows that come nearest to a box of that aspect."""
    ways = (split(photos, count) for count in range(1, len(photos) + 1))
    return min(ways, key=lambda rows: abs(log(natural_aspect(rows) / aspect)))


def split(photos: Sequence[Piece], count: int) -> Rows:
    """So many rows, as even in width as their order allows."""
    if len(photos) > MOST_SPLIT:
        cuts = [round(len(photos) * place / count) for place in range(count + 1)]
        return [photos[start:end] for start, end in pairwise(cuts)]
    ways = (
        [photos[start:end] for start, end in pairwise((0, *cuts, len(photos)))]
        for cuts in combinations(range(1, len(photos)), count - 1)
    )
    return min(ways, key=_unevenness)


def _unevenness(rows: Rows) -> float:
    widths = [_aspects(row) for row in rows]
    return max(widths) / min(widths)


def heights(
    rows: Rows, width: float, gap_pixels: int, loosest: float = LOOSEST
) -> tuple[float, float]:
    """The least and the most that rows of that width can be high."""
    gaps = gap_pixels * (len(rows) - 1)
    natural = _height(rows, width, gap_pixels)
    low, high = _room_for_bend(rows, loosest)
    return natural * exp(-high) + gaps, natural * exp(-low) + gaps


def _room_for_bend(rows: Rows, loosest: float) -> tuple[float, float]:
    """How far all of them may be made narrower and wider together: from ln, to ln."""
    some = [piece for row in rows for piece in row]
    low, high = max(one.narrowest for one in some), min(one.widest for one in some)
    return max(low, -loosest), min(high, loosest)


def filled(
    rows: Rows,
    box: PixelBox,
    gap_pixels: int,
    crops: Mapping[str, int],
    loosest: float = LOOSEST,
) -> tuple[Cell, ...]:
    """Their cells; in the middle of the box where faces do not let them fill it."""
    gaps = gap_pixels * (len(rows) - 1)
    least, most = heights(rows, box.width, gap_pixels, loosest)
    width, height = float(box.width), min(max(box.height, least), most)
    stretch = (height - gaps) / _height(rows, width, gap_pixels)
    if height > box.height:
        width = _width(rows, (box.height - gaps) / stretch, gap_pixels)
        height = box.height
    left, top = box.left + (box.width - width) / 2, box.top + (box.height - height) / 2
    return tuple(_placed(rows, (left, top, width), stretch, gap_pixels, crops))


def _height(rows: Rows, width: float, gap: int) -> float:
    """Of whole photos in rows of that width, without the gaps between rows."""
    return sum((width - gap * (len(row) - 1)) / _aspects(row) for row in rows)


def _width(rows: Rows, height: float, gap: int) -> float:
    """At which whole photos in rows come out that high together."""
    slope = sum(1 / _aspects(row) for row in rows)
    return (height + sum(gap * (len(row) - 1) / _aspects(row) for row in rows)) / slope


def _aspects(row: Sequence[Piece]) -> float:
    return sum(piece.aspect for piece in row)


def _placed(
    rows: Rows,
    at: tuple[float, float, float],
    stretch: float,
    gap: int,
    crops: Mapping[str, int],
) -> list[Cell]:
    """at: left, top and width of them all. stretch: of their natural heights."""
    left, top, width = at
    cells = []
    for row in rows:
        whole = (width - gap * (len(row) - 1)) / _aspects(row)
        x, height = left, whole * stretch
        for piece in row:
            wide = whole * piece.aspect
            box = whole_box(x, top, wide, height)
            cells.append(cell_of(piece.photo, box, crops.get(piece.photo.key, 0)))
            x += wide + gap
        top += height + gap
    return cells


def whole_box(left: float, top: float, width: float, height: float) -> PixelBox:
    """On whole pixels, so that edges that meet still do."""
    x, y = floor(left + 0.5), floor(top + 0.5)
    right, bottom = floor(left + width + 0.5), floor(top + height + 0.5)
    return PixelBox.between(x, y, right, bottom)


def alone(
    photo: PlanPhoto, box: PixelBox, crops: Mapping[str, int], loosest: float = LOOSEST
) -> Cell:
    """One photo, as much of the box as it may fill, in its middle."""
    return filled([pieces([photo])], box, 0, crops, loosest)[0]
