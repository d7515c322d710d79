"""A decision becomes a plan, in the child that has the fonts."""

from collections.abc import Sequence

from bot.collage.compose import compose
from bot.collage.draft import Decision
from bot.collage.plan import Plan, PlanPhoto
from bot.collage.themes import SHAPES, THEMES


def page_plan(photos: Sequence[PlanPhoto], decision: Decision, kept_twins: frozenset[str]) -> Plan:
    """Shape and theme by name: a child shares no objects with whoever asks."""
    return compose(
        photos,
        SHAPES[decision.shape],
        theme=THEMES[decision.theme],
        title=decision.drawn_title,
        seed=decision.seed,
        kept_twins=kept_twins,
    )
