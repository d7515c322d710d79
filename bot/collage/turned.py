"""Turned boxes on a page: where their corners lie, and whether they meet; no pixels."""

from collections.abc import Iterable, Sequence
from math import cos, radians, sin
from typing import TypeAlias

from bot.collage.plan import Cell, PixelBox
from bot.pixels.geometry import Box

Point: TypeAlias = tuple[float, float]
Corners: TypeAlias = tuple[Point, Point, Point, Point]  # clockwise, from the upper left


def corners(box: PixelBox) -> Corners:
    right, bottom = box.right, box.bottom
    return (box.left, box.top), (right, box.top), (right, bottom), (box.left, bottom)


def middle(box: PixelBox) -> Point:
    return box.left + box.width / 2, box.top + box.height / 2


def turned(shape: Corners, about: Point, degrees: float) -> Corners:
    """Clockwise about a point."""
    if not degrees:
        return shape
    across, down = cos(radians(degrees)), sin(radians(degrees))
    one, two, three, four = (
        (
            about[0] + (x - about[0]) * across - (y - about[1]) * down,
            about[1] + (x - about[0]) * down + (y - about[1]) * across,
        )
        for x, y in shape
    )
    return one, two, three, four


def card_corners(cell: Cell) -> Corners:
    """Where a photo with its frame lies on the page."""
    return turned(corners(cell.card), middle(cell.card), cell.turn_degrees)


def photo_corners(cell: Cell) -> Corners:
    """Where a photo without its frame lies on the page."""
    return turned(corners(cell.on_page), middle(cell.card), cell.turn_degrees)


def on_page(cell: Cell, box: Box) -> Corners:
    """Where a box of the upright photo, such as a face, lies on the page."""
    at, part, size = cell.on_page, cell.of_source, cell.source
    left, right = (
        at.left + (x * size.width - part.left) * at.width / part.width
        for x in (box.left, box.right)
    )
    top, bottom = (
        at.top + (y * size.height - part.top) * at.height / part.height
        for y in (box.top, box.bottom)
    )
    shape = (left, top), (right, top), (right, bottom), (left, bottom)
    return turned(shape, middle(cell.card), cell.turn_degrees)


def bounds(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def overlap_pixels(one: Sequence[Point], other: Sequence[Point]) -> float:
    """How deep two convex shapes lie in one another, along the side where least; 0 for apart."""
    return max(0.0, min(_along(axis, one, other) for axis in (*_axes(one), *_axes(other))))


def _axes(shape: Sequence[Point]) -> list[Point]:
    """Directions at right angles to each side, one pixel long."""
    found = []
    for (x, y), (next_x, next_y) in zip(shape, (*shape[1:], shape[0]), strict=True):
        length = ((next_x - x) ** 2 + (next_y - y) ** 2) ** 0.5 or 1.0
        found.append(((next_y - y) / length, (x - next_x) / length))
    return found


def _along(axis: Point, one: Sequence[Point], other: Sequence[Point]) -> float:
    first = [axis[0] * x + axis[1] * y for x, y in one]
    second = [axis[0] * x + axis[1] * y for x, y in other]
    return min(max(first), max(second)) - max(min(first), min(second))
