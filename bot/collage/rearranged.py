"""What is done to a finished page: photos that change places, other windows, other looks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.collage.covered import letter_corners, seen_share
from bot.collage.edits import Decision
from bot.collage.page import WHOLE_FACE, cell_of
from bot.collage.plan import Cell, Plan, PlanPhoto, Words
from bot.collage.refilled import refilled
from bot.collage.turned import middle, turned
from bot.vision.sight import Sight

ORDERED: Final = frozenset({"calendar", "then-and-now", "journey"})  # a place says when or where
TAKES: Final = 7  # windows there are at most, nearer ones among them
Sights = Mapping[str, Sight]


def rearranged(plan: Plan, sights: Sights, decision: Decision) -> Plan:
    """A fresh page as it was decided; photos that no longer fit each other's places stay."""
    for one, other in decision.swaps:
        plan = swapped(plan, sights, decision, one, other) or plan
    return dressed(plan, decision)


def swapped(plan: Plan, sights: Sights, decision: Decision, one: str, other: str) -> Plan | None:
    """Two photos in each other's places; None where one is not there, or a face would be cut.

    A mosaic is bent anew where that crops less than their old cells; looks go with their photos.
    sights: of all the photos; with the two alone, nothing is bent.
    """
    places = {cell.key: cell for cell in plan.cells}
    if one == other or not {one, other} <= places.keys():
        return None
    moves = {one: (places[one], places[other]), other: (places[other], places[one])}
    anew = {
        after.key: _filled(after, key, sights[key], decision.crops.get(key, 0))
        for key, (_, after) in moves.items()
    }
    cells = tuple(anew.get(cell.key, cell) for cell in plan.cells)
    words = tuple(
        _moved(said, *moves[said.about]) if said.about in moves else said for said in plan.words
    )
    pages = [
        replace(plan, cells=some, words=words)
        for some in (_bent(plan, cells, sights, decision), cells)
        if some and _are_whole(replace(plan, cells=some), sights, (one, other))
    ]
    best = max(pages, key=_shown, default=None)
    return dressed(best, decision) if best else None


def recropped(
    plan: Plan, sights: Sights, decision: Decision, key: str
) -> tuple[Plan, Decision] | None:
    """A photo in the next good window of the same shape; None where there is no other."""
    place = next(cell for cell in plan.cells if cell.key == key)
    first = decision.crops.get(key, 0)
    for take in range(first, first + TAKES):
        cell = _filled(place, key, sights[key], take)
        page = replace(plan, cells=tuple(cell if one is place else one for one in plan.cells))
        if cell.of_source != place.of_source and _are_whole(page, sights, (key,)):
            return page, replace(decision, crops={**decision.crops, key: take})
    return None


def dressed(plan: Plan, decision: Decision) -> Plan:
    looks = decision.look_of
    return replace(plan, cells=tuple(replace(one, look=looks(one.key)) for one in plan.cells))


def _filled(place: Cell, key: str, sight: Sight, take: int) -> Cell:
    """The place with that photo in it, its window found anew."""
    filled = cell_of(PlanPhoto(key, sight), place.on_page, take)
    return replace(place, key=key, of_source=filled.of_source, source=filled.source)


def _bent(
    plan: Plan, cells: Sequence[Cell], sights: Sights, decision: Decision
) -> tuple[Cell, ...] | None:
    if not all(cell.key in sights for cell in cells):
        return None
    photos = [PlanPhoto(cell.key, sights[cell.key]) for cell in cells]
    return refilled(plan, photos, decision.crops)


def _shown(plan: Plan) -> float:
    """How much of the photos, added up."""
    return sum(cell.shown_share for cell in plan.cells)


def _moved(words: Words, before: Cell, after: Cell) -> Words:
    """Words that tell of a photo go where it goes: as far below its edge, as turned."""
    place = (float(words.x), float(words.baseline))
    flat, *_ = turned((place,) * 4, middle(before.card), -before.turn_degrees)
    old, new = before.on_page, after.on_page
    scale = new.width / old.width
    x = new.left + (flat[0] - old.left) * scale
    y = new.bottom + (flat[1] - old.top - old.height) * min(1.0, scale)
    (x, y), *_ = turned(((x, y),) * 4, middle(after.card), after.turn_degrees)
    size = round(words.size_pixels * min(1.0, scale))
    turn = words.turn_degrees - before.turn_degrees + after.turn_degrees
    return replace(words, x=round(x), baseline=round(y), size_pixels=size, turn_degrees=turn)


def _are_whole(plan: Plan, sights: Sights, keys: Collection[str]) -> bool:
    """Whether neither a cell nor a card nor letters hide a face of these photos."""
    letters = letter_corners(plan)
    return all(
        seen_share(plan.cells, at, face, letters) >= WHOLE_FACE
        for at, cell in enumerate(plan.cells)
        if cell.key in keys
        for face in sights[cell.key].faces
    )
