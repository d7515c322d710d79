"""The theme that fits a moment best, and why; a mosaic where nothing speaks for another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.collage.calm import calmest
from bot.collage.importance import importances
from bot.collage.plan import PlanPhoto
from bot.collage.themes import MOSAIC_LIGHT, offered

FEW, HANDFUL, MANY = 4, 6, 8  # photos
COVERED: Final = 3  # a cover shows a row of small ones beside its own; a second one is left out
YEARS_APART: Final = 700  # days between "then" and "now": two summers, whatever the month
TRIP_DAYS: Final = 60  # a journey is one, not a year of them
TRIP_PHOTOS: Final = 4
PLACED: Final = 0.6  # of the photos, where most know it
MONTH_DAYS, MONTH_OF_PHOTOS = 45, 6  # days from first to last; distinct ones with a photo
YEAR_DAYS, YEAR_OF_MONTHS = 400, 6
DATED: Final = 0.8
STRONG: Final = 0.25  # of importance above the second: nobody would choose another
PORTRAIT: Final = 0.2  # of a picture's height: a face that it is about
OF_FACES: Final = 0.6
ALIKE_ASPECT: Final = 1.15


class Why(StrEnum):
    """What spoke for a theme; said to the person."""

    TWO_DATES = "two-dates"
    TRIP = "trip"
    MONTH = "month"
    YEAR = "year"
    STRONG_PICTURE = "strong-picture"
    FACES = "faces"
    PLACE = "place"
    SERIES = "series"
    MIXED = "mixed"
    LIKED = "liked"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A theme's id, and what spoke for it."""

    theme: str
    why: Why


def propose(photos: Sequence[PlanPhoto]) -> Proposed:
    """The first theme that something speaks for, of those that can take these photos."""
    known = {theme.id for theme in offered(photos)}
    found = (one for one in reasons(photos) if one.theme in known)
    return next(found, Proposed(MOSAIC_LIGHT.id, Why.MIXED))


def reasons(photos: Sequence[PlanPhoto]) -> Iterator[Proposed]:
    """All that speaks for a theme, from the most telling occasion to the least."""
    return (proposed for proposed, is_so in OCCASIONS if is_so(photos))


def _are_two_dates(photos: Sequence[PlanPhoto]) -> bool:
    return len(photos) == len(("then", "now")) and _days(photos) >= YEARS_APART


def _is_month(photos: Sequence[PlanPhoto]) -> bool:
    is_whole = _is_dated(photos) and _distinct(photos, "%Y-%m-%d") >= MONTH_OF_PHOTOS
    return is_whole and _days(photos) <= MONTH_DAYS


def _is_year(photos: Sequence[PlanPhoto]) -> bool:
    is_whole = _is_dated(photos) and _distinct(photos, "%Y-%m") >= YEAR_OF_MONTHS
    return is_whole and _days(photos) <= YEAR_DAYS


def _days(photos: Sequence[PlanPhoto]) -> int:
    """From the first known day to the last."""
    days = [photo.taken for photo in photos if photo.taken]
    return (max(days) - min(days)).days if days else 0


def _distinct(photos: Sequence[PlanPhoto], unit: str) -> int:
    return len({photo.taken.strftime(unit) for photo in photos if photo.taken})


def _is_dated(photos: Sequence[PlanPhoto]) -> bool:
    return sum(photo.taken is not None for photo in photos) >= DATED * len(photos)


def _is_trip(photos: Sequence[PlanPhoto]) -> bool:
    placed = [photo for photo in photos if photo.place and photo.taken]
    return (
        len(photos) >= TRIP_PHOTOS
        and len(placed) >= PLACED * len(photos)
        and len({photo.place for photo in placed}) > 1
        and 0 < _days(placed) <= TRIP_DAYS
    )


def _is_one_place(photos: Sequence[PlanPhoto]) -> bool:
    places = [photo.place for photo in photos if photo.place]
    is_known = len(places) >= PLACED * len(photos)
    return len(photos) == FEW and is_known and len(set(places)) == 1


def _has_strong(photos: Sequence[PlanPhoto]) -> bool:
    """One stands out, and leaves calm room for a title."""
    if not COVERED <= len(photos) <= FEW:
        return False
    weights = importances({photo.key: photo.sight for photo in photos})
    first, second, *_ = sorted(photos, key=lambda photo: -weights[photo.key])
    stands_out = weights[first.key] - weights[second.key] >= STRONG
    return stands_out and calmest(first.sight) is not None


def _are_of_faces(photos: Sequence[PlanPhoto]) -> bool:
    portraits = [
        photo
        for photo in photos
        if max((face.height for face in photo.sight.faces), default=0.0) >= PORTRAIT
    ]
    return len(photos) <= HANDFUL and len(portraits) >= OF_FACES * len(photos)


def _is_series(photos: Sequence[PlanPhoto]) -> bool:
    """Of one day and one format, as off one roll."""
    aspects = [photo.sight.size.aspect for photo in photos]
    is_roll = len(photos) >= MANY and max(aspects) <= ALIKE_ASPECT * min(aspects)
    return is_roll and _distinct(photos, "%Y-%m-%d") == 1


OCCASIONS: Final[tuple[tuple[Proposed, Callable[[Sequence[PlanPhoto]], bool]], ...]] = (
    (Proposed("then-and-now", Why.TWO_DATES), _are_two_dates),
    (Proposed("journey", Why.TRIP), _is_trip),
    (Proposed("calendar", Why.MONTH), _is_month),
    (Proposed("calendar", Why.YEAR), _is_year),
    (Proposed("cover", Why.STRONG_PICTURE), _has_strong),
    (Proposed("polaroids", Why.FACES), _are_of_faces),
    (Proposed("postcard", Why.PLACE), _is_one_place),
    (Proposed("film-strip", Why.SERIES), _is_series),
)
