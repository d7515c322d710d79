"""What may stand under a photo: its day or its town, whichever tells the photos apart."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from babel.dates import format_date

from bot.collage.plan import PlanPhoto
from bot.collage.told import Reader
from bot.gallery.periods import say_one_day
from bot.texts import with_ordinal

SHORTER: Final = ("d MMM y", "MMM y")  # of a day, where the whole one does not fit
SHORTER_MONTH_FIRST: Final = ("MMM d, y", "MMM y")


def captions(photo: PlanPhoto, photos: Sequence[PlanPhoto], reader: Reader) -> list[str]:
    """From what is best said to what is shortest; nothing where nothing is known."""
    days = list(_days(photo.taken, reader)) if photo.taken else []
    places = [photo.place] if photo.place else []
    if _kinds(photos, "place") > _kinds(photos, "taken"):
        return [*places, *days]
    return [*days, *places]


def _days(day: date, reader: Reader) -> Iterator[str]:
    yield say_one_day(day, reader.language, reader.country)
    for pattern in SHORTER_MONTH_FIRST if reader.is_month_first else SHORTER:
        yield with_ordinal(format_date(day, pattern, reader.locale), reader.language)


def _kinds(photos: Sequence[PlanPhoto], fact: str) -> int:
    return len({getattr(photo, fact) for photo in photos} - {None})
