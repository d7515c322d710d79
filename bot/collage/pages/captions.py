"""What may stand under a photo: its day or its town, whichever tells the photos apart."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from babel.dates import format_date

from bot.collage.plan import PlanPhoto
from bot.texts import Language, babel_locale, say_day, with_ordinal

SHORTER: Final = ("d MMM y", "MMM y")  # of a day, where the whole one does not fit


def captions(photo: PlanPhoto, photos: Sequence[PlanPhoto], language: Language) -> list[str]:
    """From what is best said to what is shortest; nothing where nothing is known."""
    days = list(_days(photo.taken, language)) if photo.taken else []
    places = [photo.place] if photo.place else []
    if _kinds(photos, "place") > _kinds(photos, "taken"):
        return [*places, *days]
    return [*days, *places]


def _days(day: date, language: Language) -> Iterator[str]:
    yield say_day(day, language)
    for pattern in SHORTER:
        yield with_ordinal(format_date(day, pattern, babel_locale(language)), language)


def _kinds(photos: Sequence[PlanPhoto], fact: str) -> int:
    return len({getattr(photo, fact) for photo in photos} - {None})
