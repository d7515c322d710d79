"""What must not come back: this media, this day, this place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.gallery.facts import Facts, Precision, TakenAt
from bot.memories.candidate import Candidate


class AvoidKind(StrEnum):
    """What somebody asked not to see again."""

    MEDIA = "media"
    DAY = "day"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Avoid:
    """One wish; only the fields of its kind are set. town, country: as facts name the place."""

    kind: AvoidKind
    media: str | None = None
    day: date | None = None
    town: str | None = None
    country: str | None = None


def avoid_media(media: str) -> Avoid:
    return Avoid(AvoidKind.MEDIA, media=media)


def avoid_day(day: date) -> Avoid:
    return Avoid(AvoidKind.DAY, day=day)


def avoid_place(town: str, country: str) -> Avoid:
    return Avoid(AvoidKind.PLACE, town=town, country=country)


def wishes_about(kind: AvoidKind, known: Mapping[str, Facts]) -> Sequence[Avoid]:
    """These media, the days or the towns that they are known to be from; each wish once.

    known: by media. A vague date names no day.
    """
    match kind:
        case AvoidKind.MEDIA:
            return [avoid_media(media) for media in known]
        case AvoidKind.DAY:
            taken = (one.taken for one in known.values() if one.taken)
            days = (avoid_day(one.first) for one in taken if one.precision is Precision.DAY)
            return list(dict.fromkeys(days))
        case AvoidKind.PLACE:
            places = (one.place for one in known.values() if one.place)
            return list(dict.fromkeys(avoid_place(one.name, one.country) for one in places))


def is_avoided(candidate: Candidate, avoids: Iterable[Avoid]) -> bool:
    return any(_matches(avoid, candidate) for avoid in avoids)


def is_paused(today: date, paused_until: date | None) -> bool:
    """Whether the person asked for silence; the last day of it is silent too."""
    return paused_until is not None and today <= paused_until


def _matches(avoid: Avoid, candidate: Candidate) -> bool:
    match avoid.kind:
        case AvoidKind.MEDIA:
            return candidate.key == avoid.media
        case AvoidKind.DAY:
            return _may_be_of(avoid.day, candidate.facts.taken)
        case AvoidKind.PLACE:
            place = candidate.facts.place
            return place is not None and (place.name, place.country) == (avoid.town, avoid.country)


def _may_be_of(day: date | None, taken: TakenAt | None) -> bool:
    """A vague date that could be that day is avoided too."""
    return day is not None and taken is not None and taken.first <= day <= taken.last
