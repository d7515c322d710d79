"""What is done to a finished page: photos that change places, other windows, other looks."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.collage.edits import Decision
from bot.collage.page import WHOLE_FACE, cell_of
from bot.collage.plan import Cell, Plan, PlanPhoto, visible_share
from bot.vision.sight import Sight

ORDERED: Final = frozenset({"calendar", "then-and-now", "journey"})  # a place says when or where
Sights = Mapping[str, Sight]


def rearranged(plan: Plan, sights: Sights, decision: Decision) -> Plan:
    """A fresh page as it was decided; photos that no longer fit each other's places stay."""
    for one, other in decision.swaps:
        plan = swapped(plan, sights, decision, one, other) or plan
    for key in decision.crops:
        plan = recropped(plan, sights, decision, key) or plan
    return dressed(plan, decision)


def swapped(plan: Plan, sights: Sights, decision: Decision, one: str, other: str) -> Plan | None:
    """Two photos in each other's places; None where one is not there, or a face would be cut."""
    places = {cell.key: cell for cell in plan.cells}
    if one == other or not {one, other} <= places.keys():
        return None
    anew = {
        place.key: _filled(place, key, sights[key], decision.crops.get(key, 0))
        for place, key in ((places[one], other), (places[other], one))
    }
    cells = tuple(anew.get(cell.key, cell) for cell in plan.cells)
    if not all(_is_whole(cell, sights[cell.key]) for cell in anew.values()):
        return None
    return replace(plan, cells=cells)


def recropped(plan: Plan, sights: Sights, decision: Decision, key: str) -> Plan | None:
    """A photo in another window of the same shape; None where there is no other."""
    place = next((cell for cell in plan.cells if cell.key == key), None)
    if place is None:
        return None
    cell = _filled(place, key, sights[key], decision.crops.get(key, 0))
    if cell.of_source == place.of_source or not _is_whole(cell, sights[key]):
        return None
    return replace(plan, cells=tuple(cell if one is place else one for one in plan.cells))


def dressed(plan: Plan, decision: Decision) -> Plan:
    looks = decision.look_of
    return replace(plan, cells=tuple(replace(one, look=looks(one.key)) for one in plan.cells))


def _filled(place: Cell, key: str, sight: Sight, take: int) -> Cell:
    """The place with that photo in it, its window found anew."""
    filled = cell_of(PlanPhoto(key, sight), place.on_page, take)
    return replace(place, key=key, of_source=filled.of_source, source=filled.source)


def _is_whole(cell: Cell, sight: Sight) -> bool:
    return all(visible_share(cell, face) >= WHOLE_FACE for face in sight.faces)
