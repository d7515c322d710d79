"""The numbers by which a person names the photos of a page, in the order one reads."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.collage.plan import Anchor, Cell, Mark, MarkKind, PixelBox, Plan, Words
from bot.pixels.tones import BLACK, WHITE

SAME_ROW: Final = 0.4  # of the height of a row's first photo: what begins above that is beside it
BADGE_SHARE: Final = 0.058  # of the page's shorter side: can be read on a telephone
MOST_OF_PHOTO: Final = 0.42  # of its shorter side, where photos are small as a calendar's
INSET_SHARE: Final = 0.2  # of a badge, between it and the corner of its photo
FIGURE_SHARE: Final = 0.62  # of a badge's height
BASELINE_SHARE: Final = 0.72  # figures have no descenders
RING_SHARE: Final = 0.07
FACE: Final = "inter"


def numbered(cells: Sequence[Cell]) -> list[Cell]:
    """The cells row by row, each row from left to right; the first is number 1."""
    ordered: list[Cell] = []
    waiting = sorted(cells, key=lambda cell: (cell.on_page.top, cell.on_page.left))
    while waiting:
        first = waiting[0].on_page
        row = [one for one in waiting if one.on_page.top <= first.top + SAME_ROW * first.height]
        ordered += sorted(row, key=lambda cell: cell.on_page.left)
        waiting = [one for one in waiting if one not in row]
    return ordered


def with_numbers(plan: Plan, keys: Sequence[str]) -> Plan:
    """The same page with a number in the corner of each photo, to choose by; never a recipe.

    keys: of all that may be chosen, the first of which is number 1.
    """
    side = round(BADGE_SHARE * min(plan.page.width, plan.page.height))
    badges = {keys.index(cell.key) + 1: _place(cell, side) for cell in plan.cells}
    return replace(
        plan,
        marks=(*plan.marks, *(mark for box in badges.values() for mark in _badge(box))),
        words=(*plan.words, *(_figure(box, number) for number, box in badges.items())),
    )


def _place(cell: Cell, side: int) -> PixelBox:
    box = cell.on_page
    side = min(side, round(MOST_OF_PHOTO * min(box.width, box.height)))
    inset = round(INSET_SHARE * side)
    return PixelBox(box.left + inset, box.top + inset, side, side)


def _badge(box: PixelBox) -> tuple[Mark, Mark]:
    """A dark disc with a light edge, seen on any photo."""
    edge = max(1, round(RING_SHARE * box.width))
    outer = PixelBox(box.left - edge, box.top - edge, box.width + 2 * edge, box.height + 2 * edge)
    return (
        Mark(MarkKind.BOX, outer, WHITE, is_over=True, radius_pixels=outer.width // 2),
        Mark(MarkKind.BOX, box, BLACK, is_over=True, radius_pixels=box.width // 2),
    )


def _figure(box: PixelBox, number: int) -> Words:
    return Words(
        text=str(number),
        face=FACE,
        size_pixels=round(FIGURE_SHARE * box.height),
        x=box.left + box.width // 2,
        baseline=box.top + round(BASELINE_SHARE * box.height),
        ink=WHITE,
        anchor=Anchor.MIDDLE,
    )
