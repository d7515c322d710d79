"""How much of a face is seen on a page: cells cut it, and later cards or letters may lie on it."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.collage.plan import Anchor, Cell, Plan, Words, visible_share
from bot.collage.turned import Corners, Point, card_corners, on_page, turned
from bot.pixels.geometry import Box

SAMPLES: Final = 12  # along each side of a face: a hundredth of its area is seen
WIDE: Final = 0.62  # of its size: the widest that a letter is on average
ABOVE, BELOW = 0.95, 0.3  # of its size: capitals with accents, descenders


def seen_share(
    cells: Sequence[Cell], at: int, face: Box, letters: Sequence[Corners] = ()
) -> float:
    """Of a face in the photo of the cell at that place, 0 to 1.

    letters: what else lies over all photos.
    """
    cell = cells[at]
    share = visible_share(cell, face)
    covers = [card_corners(one) for one in cells[at + 1 :] if one.is_card] + list(letters)
    if not share or not covers:
        return share
    points = list(_points(on_page(cell, _within(cell, face))))
    free = sum(not any(_is_in(point, cover) for cover in covers) for point in points)
    return share * free / len(points)


def letter_corners(plan: Plan) -> list[Corners]:
    """Where letters lie that tell of no photo under them: a little more than their ink takes."""
    return [*_title(plan), *(_words(one) for one in plan.words)]


def _title(plan: Plan) -> Iterator[Corners]:
    title = plan.title
    if title is None:
        return
    middle = plan.page.width / 2 if title.x is None else title.x
    for line, baseline in zip(title.lines, title.baselines, strict=True):
        half = WIDE * title.size_pixels * len(line) / 2
        yield _box(middle - half, middle + half, baseline, title.size_pixels)


def _words(words: Words) -> Corners:
    length = WIDE * words.size_pixels * len(words.text)
    begins = {Anchor.LEFT: 0.0, Anchor.MIDDLE: 0.5, Anchor.RIGHT: 1.0}[words.anchor]
    left = words.x - begins * length
    flat = _box(left, left + length, words.baseline, words.size_pixels)
    return turned(flat, (words.x, words.baseline), words.turn_degrees)


def _box(left: float, right: float, baseline: float, size: float) -> Corners:
    top, bottom = baseline - ABOVE * size, baseline + BELOW * size
    return (left, top), (right, top), (right, bottom), (left, bottom)


def _within(cell: Cell, face: Box) -> Box:
    """The part of a face that the cell shows."""
    seen = cell.window
    return Box(
        max(face.left, seen.left),
        max(face.top, seen.top),
        min(face.right, seen.right),
        min(face.bottom, seen.bottom),
    )


def _points(shape: Corners) -> Iterator[Point]:
    """Evenly over a turned box."""
    (x, y), (right_x, right_y), _, (down_x, down_y) = shape
    shares = [(step + 0.5) / SAMPLES for step in range(SAMPLES)]
    for across in shares:
        for down in shares:
            yield (
                x + across * (right_x - x) + down * (down_x - x),
                y + across * (right_y - y) + down * (down_y - y),
            )


def _is_in(point: Point, shape: Corners) -> bool:
    """Corners run clockwise: inside is to the right of every side."""
    following = (*shape[1:], shape[0])
    return all(
        (nx - x) * (point[1] - y) - (ny - y) * (point[0] - x) > 0
        for (x, y), (nx, ny) in zip(shape, following, strict=True)
    )
