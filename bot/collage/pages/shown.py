"""Which photos a page can show, and which it does, in the order of their days if it likes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.collage.arranged import PageWanted
from bot.collage.choice import apart, at_most
from bot.collage.importance import importances
from bot.collage.page import MOST_PHOTOS
from bot.collage.plan import LeftOut, PlanPhoto, Reason


@dataclass(frozen=True, slots=True)
class Shown:
    """Photos without their near-twins, and how important each is."""

    photos: Sequence[PlanPhoto]
    weights: Mapping[str, float]
    twins: tuple[LeftOut, ...]

    def best(self, photos: Collection[PlanPhoto], turn: int = 0) -> PlanPhoto:
        """The most important; the others after it, turn by turn."""
        ranked = sorted(photos, key=lambda photo: -self.weights[photo.key])
        return ranked[turn % len(ranked)]


def shown_of(wanted: PageWanted, photos: Sequence[PlanPhoto]) -> Shown:
    """photos: those of the wanted ones that the page could use."""
    sights = {photo.key: photo.sight for photo in wanted.photos}
    weights = importances(sights, hero=wanted.hero)
    kept, twins = apart(photos, weights, wanted.kept_twins)
    return Shown(kept, weights, twins)


def showing(
    wanted: PageWanted, most: int = MOST_PHOTOS
) -> tuple[list[PlanPhoto], tuple[LeftOut, ...]]:
    """The most important photos without near-twins, and those left out with their reasons.

    In the order of their days if every day is known; else as they came.
    """
    found = shown_of(wanted, wanted.photos)
    photos, crowded = at_most(found.photos, found.weights, most)
    in_time = dated(photos)
    return in_time if len(in_time) == len(photos) else photos, (*found.twins, *crowded)


def left_out(
    wanted: PageWanted, kept: Collection[PlanPhoto], twins: Sequence[LeftOut]
) -> tuple[LeftOut, ...]:
    """Near-twins, and all that the page has no place for."""
    keys = {photo.key for photo in kept} | {twin.key for twin in twins}
    crowded = (photo.key for photo in wanted.photos if photo.key not in keys)
    return (*twins, *(LeftOut(key, Reason.NO_ROOM) for key in crowded))


def dated(photos: Sequence[PlanPhoto]) -> list[PlanPhoto]:
    """Those whose day is known, by day."""
    return sorted((photo for photo in photos if photo.taken), key=day_of)


def day_of(photo: PlanPhoto) -> date:
    """Of a photo whose day is known."""
    return photo.taken or date.min
