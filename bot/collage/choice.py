"""Which photos go on a page: near-twins and the least important stay off it, with a reason."""

from collections.abc import Mapping, Sequence

from bot.collage.plan import LeftOut, PlanPhoto, Reason
from bot.gallery.twins import without_twins


def apart(
    photos: Sequence[PlanPhoto], weights: Mapping[str, float], kept_twins: frozenset[str]
) -> tuple[list[PlanPhoto], tuple[LeftOut, ...]]:
    sights = {photo.key: photo.sight for photo in photos if photo.key not in kept_twins}
    choice = without_twins(sights, weights)
    left_out = tuple(
        LeftOut(key, Reason.TWIN, instead) for key, instead in choice.left_out.items()
    )
    return [photo for photo in photos if photo.key not in choice.left_out], left_out


def at_most(
    photos: Sequence[PlanPhoto], weights: Mapping[str, float], count: int
) -> tuple[list[PlanPhoto], tuple[LeftOut, ...]]:
    ranked = sorted(photos, key=lambda photo: -weights[photo.key])
    crowded = {photo.key for photo in ranked[count:]}
    left_out = tuple(LeftOut(photo.key, Reason.NO_ROOM) for photo in ranked[count:])
    return [photo for photo in photos if photo.key not in crowded], left_out
