"""A decision becomes a plan, in the child that has the fonts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from bot.collage.compose import compose
from bot.collage.draft import FIRST, Decision
from bot.collage.plan import Plan, PlanPhoto
from bot.collage.themes import SHAPES, THEMES
from storage.improve import Trait

FEW: Final = 5  # photos that fit a page best in one way only, whatever the seed
TRIES: Final = 6  # seeds, before the page stays as it was
Taste = Mapping[Trait, float]


def page_plan(
    photos: Sequence[PlanPhoto],
    decision: Decision,
    kept_twins: frozenset[str],
    taste: Taste | None = None,
) -> Plan:
    """Shape and theme by name: a child shares no objects with whoever asks."""
    return compose(
        photos,
        SHAPES[decision.shape],
        theme=THEMES[decision.theme],
        title=decision.drawn_title,
        seed=decision.seed,
        hero=_hero(photos, decision.seed),
        kept_twins=kept_twins,
        pick=decision.pick,
        taste=taste,
    )


def other_page_plan(
    photos: Sequence[PlanPhoto],
    decision: Decision,
    kept_twins: frozenset[str],
    taste: Taste | None,
    before: Plan,
) -> Plan:
    """The first of the next seeds whose page is not the one before."""
    pages = (
        page_plan(photos, replace(decision, seed=decision.seed + step), kept_twins, taste)
        for step in range(TRIES)
    )
    first = next(pages)
    return next((page for page in chain((first,), pages) if page.cells != before.cells), first)


def _hero(photos: Sequence[PlanPhoto], seed: int) -> str | None:
    """The first page chooses for itself; after it each of a few photos has its turn."""
    if seed == FIRST.seed or len(photos) > FEW:
        return None
    return photos[seed % len(photos)].key
