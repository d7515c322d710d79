"""What must not come back: this media, this day, this place, this period, so many people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.gallery.facts import TakenAt
from bot.memories.candidate import Candidate

MANY_PEOPLE: Final = 4


class AvoidKind(StrEnum):
    """What somebody asked not to see again."""

    MEDIA = "media"
    DAY = "day"
    PLACE = "place"
    PERIOD = "period"
    NO_PEOPLE = "no_people"
    MANY_PEOPLE = "many_people"


@dataclass(frozen=True, slots=True)
class Avoid:
    """One wish; only the fields of its kind are set.

    first, last: the day, or both ends of the period. town, country: the place, as facts name it.
    """

    kind: AvoidKind
    media: str | None = None
    first: date | None = None
    last: date | None = None
    town: str | None = None
    country: str | None = None


def avoid_media(media: str) -> Avoid:
    return Avoid(AvoidKind.MEDIA, media=media)


def avoid_day(day: date) -> Avoid:
    return Avoid(AvoidKind.DAY, first=day, last=day)


def avoid_period(first: date, last: date) -> Avoid:
    return Avoid(AvoidKind.PERIOD, first=min(first, last), last=max(first, last))


def avoid_place(town: str, country: str) -> Avoid:
    return Avoid(AvoidKind.PLACE, town=town, country=country)


def is_avoided(candidate: Candidate, avoids: Iterable[Avoid]) -> bool:
    return any(_matches(avoid, candidate) for avoid in avoids)


def is_paused(today: date, paused_until: date | None) -> bool:
    """Whether the person asked for silence; the last day of it is silent too."""
    return paused_until is not None and today <= paused_until


def _matches(avoid: Avoid, candidate: Candidate) -> bool:
    match avoid.kind:
        case AvoidKind.MEDIA:
            return candidate.key == avoid.media
        case AvoidKind.DAY | AvoidKind.PERIOD:
            return _touches(avoid, candidate.facts.taken)
        case AvoidKind.PLACE:
            place = candidate.facts.place
            return place is not None and (place.name, place.country) == (avoid.town, avoid.country)
        case AvoidKind.NO_PEOPLE:
            return candidate.people == 0
        case AvoidKind.MANY_PEOPLE:
            return candidate.people >= MANY_PEOPLE


def _touches(avoid: Avoid, taken: TakenAt | None) -> bool:
    """Whether the media may be from those days: a vague date that could be is avoided too."""
    if taken is None or avoid.first is None or avoid.last is None:
        return False
    return taken.first <= avoid.last and avoid.first <= taken.last
