"""Which photos a page can show, for themes that have rules of their own for that."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.collage.arranged import PageWanted
from bot.collage.choice import apart
from bot.collage.importance import importances
from bot.collage.plan import LeftOut, PlanPhoto, Reason


@dataclass(frozen=True, slots=True)
class Shown:
    """Photos without their near-twins, and how important each is."""

    photos: Sequence[PlanPhoto]
    weights: Mapping[str, float]
    twins: tuple[LeftOut, ...]

    def best(self, photos: Collection[PlanPhoto]) -> PlanPhoto:
        return max(photos, key=lambda photo: self.weights[photo.key])

    def left_out(self, kept: Collection[PlanPhoto]) -> tuple[LeftOut, ...]:
        """Near-twins, and all that the page has no place for."""
        keys = {photo.key for photo in kept}
        crowded = (photo.key for photo in self.photos if photo.key not in keys)
        return (*self.twins, *(LeftOut(key, Reason.NO_ROOM) for key in crowded))


def shown_of(wanted: PageWanted) -> Shown:
    sights = {photo.key: photo.sight for photo in wanted.photos}
    weights = importances(sights, hero=wanted.hero)
    photos, twins = apart(wanted.photos, weights, wanted.kept_twins)
    return Shown(photos, weights, twins)
