"""Each step of editing a collage: what a child does between a press and the picture."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from statistics import median
from typing import Final

from bot.bench.collage_peers import floor
from bot.bench.table import Figure
from bot.collage.draft import FIRST
from bot.collage.edits import EVERY, Change, Decision, Edit, decide
from bot.collage.numbers import numbered, with_numbers
from bot.collage.page_plan import PageAsked, larger_page_plan, other_page_plan, page_plan
from bot.collage.paint import paint
from bot.collage.plan import CellLook, Plan, PlanPhoto
from bot.collage.rearranged import dressed, recropped, swapped
from bot.collage.themes import POLAROIDS

BAR: Final = "≤ 1500"
FLOOR: Final = "floor"
NO_PEERS: Final[tuple[Figure, ...]] = (None, None, None)  # none of them edits
TITLE: Final = "Été à Évian"
PENCIL: Final = CellLook("pencil")


@dataclass(frozen=True, slots=True)
class Draft:
    """A page as it is before a step, and what it was decided by."""

    photos: Sequence[PlanPhoto]
    decision: Decision
    plan: Plan

    @property
    def keys(self) -> list[str]:
        return [cell.key for cell in numbered(self.plan.cells)]

    def asked(self, edit: Edit, *keys: str) -> PageAsked:
        """What a page is made of after a step; without the photos that it drops."""
        decision = decide(self.decision, edit, keys)
        left = [photo for photo in self.photos if photo.key not in decision.dropped]
        return PageAsked(left, decision)


def steps(
    photos: Sequence[PlanPhoto], sources: Mapping[str, bytes], rounds: int
) -> list[list[Figure]]:
    """Medians after one round to warm up; the floor is measured among the steps."""
    decision = replace(FIRST, title=TITLE)
    draft = Draft(photos, decision, page_plan(PageAsked(photos, decision)))
    times: dict[str, list[float]] = {}
    for turn in range(rounds + 1):
        for name, step in {**_alterations(draft), **_pages(draft)}.items():
            took = _milliseconds(partial(_drawn, step, sources))
            times.setdefault(name, []).extend([took] if turn else [])
        took = _milliseconds(partial(floor, sources))
        times.setdefault(FLOOR, []).extend([took] if turn else [])
    ms = {name: median(taken) for name, taken in times.items()}
    least = ms.pop(FLOOR)
    return [[f"{name}, ms", BAR, took, least, *NO_PEERS] for name, took in ms.items()]


def _drawn(step: Callable[[], Plan], sources: Mapping[str, bytes]) -> bytes:
    return paint(step(), sources)


def _milliseconds(tool: Callable[[], object]) -> float:
    start = time.perf_counter()
    tool()
    return 1000 * (time.perf_counter() - start)


def _alterations(draft: Draft) -> Mapping[str, Callable[[], Plan]]:
    """Nothing is laid out anew; a step that a face forbids is the page as it was."""
    plan, decision, keys = draft.plan, draft.decision, draft.keys
    sights = {photo.key: photo.sight for photo in draft.photos}

    def another_crop() -> Plan:
        anew = recropped(plan, sights, replace(decision, crops={keys[0]: 1}), keys[0])
        return anew[0] if anew else plan

    return {
        "step: undo": lambda: plan,
        "step: numbers to choose by": lambda: with_numbers(plan, keys),
        "step: swap two": lambda: swapped(plan, sights, decision, keys[0], keys[1]) or plan,
        "step: crop another way": another_crop,
        "step: a look for one": lambda: dressed(plan, replace(decision, looks={keys[0]: PENCIL})),
        "step: a look for all": lambda: dressed(plan, replace(decision, looks={EVERY: PENCIL})),
    }


def _pages(draft: Draft) -> Mapping[str, Callable[[], Plan]]:
    """Laid out anew; the theme is the one that takes longest."""
    asked, key = draft.asked, draft.keys[2]
    layout, drop = asked(Edit(Change.LAYOUT)), asked(Edit(Change.DROP), key)
    bigger, title = asked(Edit(Change.BIGGER), key), asked(Edit(Change.TITLE_OFF))
    theme = asked(Edit(Change.THEME, theme=POLAROIDS.id))
    return {
        "step: another layout": lambda: other_page_plan(layout, draft.plan),
        "step: polaroids": lambda: page_plan(theme),
        "step: story": lambda: page_plan(asked(Edit(Change.STORY))),
        "step: no title": lambda: page_plan(title),
        "step: one bigger": lambda: larger_page_plan(bigger, draft.plan, key),
        "step: one dropped": lambda: page_plan(drop),
        "step: brought back": lambda: page_plan(asked(Edit(Change.BRING_BACK), key)),
    }
