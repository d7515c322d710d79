"""Which time zone a person lives in: known where their country has one, else asked."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from bot.texts import Language, babel_locale

MOST_OFFERED: Final = 12
HALF_A_YEAR: Final = timedelta(days=182)  # clocks that agree on both days agree all year


def zones_of(country: str, now: datetime) -> Sequence[str]:
    """One IANA zone for each way that the country's clocks run, the most populous town's first.

    country: ISO 3166 alpha-2. Empty for a country without a zone of its own.
    """
    clocks: dict[tuple[object, ...], str] = {}
    for zone in _zones().get(country, ()):
        known = ZoneInfo(zone)
        days = (now, now + HALF_A_YEAR)
        clocks.setdefault(tuple(day.astimezone(known).utcoffset() for day in days), zone)
    return list(clocks.values())[:MOST_OFFERED]


def town_of(zone: str, language: Language) -> str:
    """The town that a zone is named after, in the person's language."""
    return str(
        get_timezone_location(ZoneInfo(zone), locale=babel_locale(language), return_city=True)
    )


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    """Countries and their zones as the IANA database lists them."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {country: tuple(row[2] for row in rows if row[0] == country) for country, *_ in rows}
