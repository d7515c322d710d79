"""Which photos a page shows, in the order of their days where these are known."""

from bot.collage.arranged import PageWanted
from bot.collage.choice import apart, at_most
from bot.collage.importance import importances
from bot.collage.page import MOST_PHOTOS
from bot.collage.plan import LeftOut, PlanPhoto

Shown = tuple[list[PlanPhoto], tuple[LeftOut, ...]]


def showing(wanted: PageWanted, most: int = MOST_PHOTOS) -> Shown:
    """The most important ones without near-twins, and those left out with their reasons.

    Raises ValueError without any photo.
    """
    if not wanted.photos:
        raise ValueError("a collage needs a photo")
    weights = weights_of(wanted)
    shown, twins = apart(wanted.photos, weights, wanted.kept_twins)
    shown, crowded = at_most(shown, weights, most)
    return in_time(shown), (*twins, *crowded)


def weights_of(wanted: PageWanted) -> dict[str, float]:
    """How important each photo is beside the others; the chosen hero is above all."""
    return importances({photo.key: photo.sight for photo in wanted.photos}, hero=wanted.hero)


def in_time(photos: list[PlanPhoto]) -> list[PlanPhoto]:
    """By day, if every day is known; else as they came."""
    days = {photo.key: photo.taken for photo in photos if photo.taken}
    if len(days) < len(photos):
        return photos
    return sorted(photos, key=lambda photo: days[photo.key])
