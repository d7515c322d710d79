"""One step of a draft: what it is about, what forbids it, and what came with it unasked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.collage.draft import Draft
from bot.collage.edits import ABOUT, Change, Decision, Edit
from bot.collage.material import Material
from bot.collage.numbers import numbered
from bot.collage.plan import Plan, Reason
from bot.collage.refusals import LastPhoto, NoSuchPhoto, NothingLeftOut, ThemeNeedsMore
from bot.gallery.facts import Facts
from bot.vision.sight import Sight
from storage.collage import TitleMode
from storage.gallery import MediaRow

TITLES: Final = frozenset({None, Change.TITLE_OFF, Change.TITLE_SUGGESTED})  # no photo is meant
ON_THE_PAGE: Final = frozenset({Change.SWAP, Change.CROP, Change.LOOK})  # nothing else moves


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a draft; without an edit, words of its person's own.

    keys: of the photos that it is about. decision: what it comes to.
    """

    draft: Draft
    decision: Decision
    edit: Edit | None = None
    keys: tuple[str, ...] = ()

    @property
    def change(self) -> Change | None:
        return self.edit.change if self.edit else None


def keys_of(draft: Draft, edit: Edit) -> tuple[str, ...]:
    """Of the photos that a step is about. Raises NoSuchPhoto and NothingLeftOut."""
    if edit.change is Change.BRING_BACK:
        known: Sequence[str] = draft.aside
        if not known:
            raise NothingLeftOut
        if not edit.photos:
            return tuple(known)
    else:
        known = [cell.key for cell in numbered(draft.plan.cells)]
    numbers = edit.photos
    are_there = all(0 < number <= len(known) for number in numbers)
    if not are_there or len(numbers) not in ABOUT.get(edit.change, range(len(known) + 1)):
        raise NoSuchPhoto(count=len(known))
    return tuple(known[number - 1] for number in numbers)


def joined(step: Step, plan: Plan, material: Material) -> frozenset[str]:
    """Photos that nobody asked for now: brought back in the gallery since the page before.

    One that merely found no room on that page is none of them.
    """
    before = step.draft.plan
    crowded = {left.key for left in before.left_out if left.reason is Reason.NO_ROOM}
    known = {*shown_on(before), *crowded, *step.keys, *step.draft.decision.kept}
    return (material.wanted & set(shown_on(plan))) - known


def lost_title(step: Step, decision: Decision) -> str | None:
    """The person's own title, that the one that was proposed took the place of."""
    before = step.draft.decision
    is_own = before.title_mode is not TitleMode.SUGGESTED and before.title != decision.title
    return before.title if step.change is Change.TITLE_SUGGESTED and is_own else None


def check(step: Step, themes: Sequence[str]) -> None:
    """Raises LastPhoto and ThemeNeedsMore."""
    if step.change is Change.DROP and len(step.draft.plan.cells) == len(step.keys):
        raise LastPhoto
    if step.edit and step.edit.theme and step.edit.theme not in themes:
        raise ThemeNeedsMore


def told(material: Material, shown: Sequence[MediaRow]) -> list[tuple[Facts, Sight]]:
    """What may be said of some of the photos."""
    return [
        (material.facts[row.id], material.sights[row.id])
        for row in shown
        if row.id in material.facts
    ]


def rows_on(plan: Plan, material: Material) -> list[MediaRow]:
    shown = set(shown_on(plan))
    return [row for row in material.good if row.id.hex in shown]


def shown_on(plan: Plan) -> list[str]:
    return [cell.key for cell in plan.cells]
