"""The same cuts of a mosaic with its photos in other places, bent anew for the shape of each.

In cells that were made for others, photos lose what those do not hold; the same tree, solved
again, gives each a cell of about its own shape.
"""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Final

from bot.collage.crop import croppable
from bot.collage.layout import Found, Wanted
from bot.collage.page import are_sound, cell_of, in_area, room_of
from bot.collage.plan import Cell, PixelBox, Plan, PlanPhoto
from bot.collage.themes import MOSAIC_DARK, MOSAIC_LIGHT, SHAPES, THEMES
from bot.collage.trees import BESIDE, STACKED, Tree

MOSAICS: Final = frozenset({MOSAIC_LIGHT.id, MOSAIC_DARK.id})  # other pages have fixed frames
WAYS: Final = (
    (BESIDE, attrgetter("left"), attrgetter("right")),
    (STACKED, attrgetter("top"), attrgetter("bottom")),
)


def refilled(
    plan: Plan,
    photos: Sequence[PlanPhoto],
    crops: Mapping[str, int],
    area: PixelBox | None = None,
) -> tuple[Cell, ...] | None:
    """Cells of these photos, one for each cell of the page and in their order, in its cuts.

    area: for them, where it is another than before; some of it may be left over then.
    None for what is no mosaic, and where a face would be cut, a cell be a crumb, or paper be
    left over.
    """
    boxes = [cell.on_page for cell in plan.cells]
    tree = cuts_of(boxes) if plan.theme in MOSAICS else None
    if tree is None or len(photos) == 1:
        return None
    whole = area or PixelBox.around(boxes)
    room = room_of(SHAPES[plan.shape], THEMES[plan.theme], whole)
    wanted = Wanted([croppable(photo.sight) for photo in photos], (), None)
    found = Found(tree, (whole.width, whole.height), cost=0.0, is_allowed=True)
    block, anew = in_area(found, wanted, room, whole)
    cells = tuple(
        cell_of(photo, box, crops.get(photo.key, 0))
        for photo, box in zip(photos, anew, strict=True)
    )
    is_full = area is not None or block == whole
    return cells if is_full and are_sound(cells, photos, room) else None


def cuts_of(boxes: Sequence[PixelBox]) -> Tree | None:
    """The slicing tree of a page, numbered as its boxes; None where no straight cut parts some."""
    return _cut(boxes, range(len(boxes)))


def _cut(boxes: Sequence[PixelBox], some: Sequence[int]) -> Tree | None:
    if len(some) == 1:
        return (some[0],)
    for cut, begin, end in WAYS:
        ordered = sorted(some, key=lambda place: begin(boxes[place]))
        reached = end(boxes[ordered[0]])
        for at, place in enumerate(ordered[1:], start=1):
            if begin(boxes[place]) >= reached:
                one, other = _cut(boxes, ordered[:at]), _cut(boxes, ordered[at:])
                return (*one, *other, cut) if one and other else None
            reached = max(reached, end(boxes[place]))
    return None
