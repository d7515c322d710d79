"""The part of the collage bench that runs in a process of its own, with nothing else loaded."""

from collections.abc import Mapping, Sequence

from bot.bench.memory import peak_mebibytes
from bot.collage.compose import compose
from bot.collage.paint import paint
from bot.collage.plan import Plan, PlanPhoto
from bot.collage.themes import MOSAIC_LIGHT, SQUARE

TITLE = "Été à Lyon, août 2019"


def composed(photos: Sequence[PlanPhoto], kept_twins: frozenset[str]) -> Plan:
    return compose(photos, SQUARE, theme=MOSAIC_LIGHT, title=TITLE, seed=1, kept_twins=kept_twins)


def peak_of_collage(
    photos: Sequence[PlanPhoto], sources: Mapping[str, bytes], kept_twins: frozenset[str]
) -> float:
    """MiB of a fresh process that plans and paints once, the photos' bytes in it."""
    paint(composed(photos, kept_twins), sources)
    return peak_mebibytes()
