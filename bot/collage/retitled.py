"""A mosaic under another title: who is where stays, only the room for letters changes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.collage.compose import versions
from bot.collage.edits import Decision
from bot.collage.lettering import letters_for
from bot.collage.numbers import numbered
from bot.collage.page import area_of
from bot.collage.pages.lettered import above
from bot.collage.plan import PixelBox, Plan, PlanPhoto, Reason
from bot.collage.rearranged import dressed
from bot.collage.refilled import cuts_of, refilled
from bot.collage.themes import SHAPES, THEMES
from bot.collage.trees import Tree

LEAST_FILL: Final = 0.95  # of what the title leaves: with more bare paper, a fresh page is better


def retitled(before: Plan, photos: Mapping[str, PlanPhoto], decision: Decision) -> Plan | None:
    """The page with the decided title, its cuts bent anew; None where those do not fit.

    photos: by their keys, all that the page may show.
    """
    if not _is_about(before, photos, decision):
        return None
    shape, title = SHAPES[before.shape], decision.drawn_title
    letters = letters_for(title, shape) if title else None
    area = area_of(shape, THEMES[before.theme], letters.band_pixels if letters else 0)
    shown = [photos[cell.key] for cell in before.cells]
    cells = refilled(before, shown, decision.crops, area)
    block = PixelBox.around([cell.on_page for cell in cells]) if cells else None
    if not (cells and block and block.area >= LEAST_FILL * area.area):
        return None
    drawn = above(letters, block) if letters else None
    page = replace(
        before,
        cells=cells,
        title=drawn,
        is_title_in_message=bool(title and title.strip()) and drawn is None,
        versions=versions(drawn),
    )
    return dressed(page, decision)


def has_moved(before: Plan, after: Plan) -> bool:
    """Whether the photos are in other places, as one reads them and as the page is cut."""
    one, other = ([cell.key for cell in numbered(page.cells)] for page in (before, after))
    return one != other and _cut(before) != _cut(after)


def _cut(page: Plan) -> tuple[list[str], Tree | None]:
    """Who is where: the photos, and the cuts that are numbered as they are."""
    return [cell.key for cell in page.cells], cuts_of([cell.on_page for cell in page.cells])


def _is_about(before: Plan, photos: Mapping[str, PlanPhoto], decision: Decision) -> bool:
    """Whether a fresh page would be of the same photos, none more and none less."""
    known = {cell.key for cell in before.cells} | {left.key for left in before.left_out}
    twins = {left.key for left in before.left_out if left.reason is Reason.TWIN}
    return photos.keys() == known and not twins & decision.kept
