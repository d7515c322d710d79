"""Days and times as they are where the person lives."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.gallery.periods import say_one_day
from bot.memories.zones import zones_of
from bot.texts import Texts
from storage.people import Person


def day(at: datetime, person: Person, t: Texts) -> str:
    """A day where the person lives."""
    return say_one_day(_local(at, person), t.language, person.country)


def moment(at: datetime, person: Person, t: Texts) -> str:
    """A day and a time where the person lives; the zone's name where it is a guess."""
    local = _local(at, person)
    said = say_one_day(local, t.language, person.country)
    day_and_time = t("privacy-moment", day=said, time=f"{local:%H:%M}")
    return f"{day_and_time}{_zone(at, person)}"


def clock_time(at: datetime, person: Person) -> str:
    """A time of today where the person lives; the zone's name where it is a guess."""
    return f"{_local(at, person):%H:%M}{_zone(at, person)}"


def _local(at: datetime, person: Person) -> datetime:
    zone = _zone_of(at, person)
    return at.astimezone(ZoneInfo(zone)) if zone else at


def _zone(at: datetime, person: Person) -> str:
    return "" if _zone_of(at, person) else " UTC"


def _zone_of(at: datetime, person: Person) -> str | None:
    """The person's own, else their country's where all its clocks agree."""
    if person.zone or person.country is None:
        return person.zone
    zones = zones_of(person.country, at)
    return zones[0] if len(zones) == 1 else None
