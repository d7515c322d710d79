"""The words for days, months, seasons and feasts that people type, in French and English."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

from babel.dates import get_day_names, get_month_names

MONTH_FIRST: Final = frozenset({"US", "FM", "MH", "PW"})  # 12/10 is December there
SOUTHERN: Final = frozenset(
    {"AR", "AU", "BO", "BW", "CL", "FJ", "LS", "MG", "MU", "MZ", "NA", "NC", "NZ", "PE", "PF"}
    | {"PY", "RE", "SZ", "UY", "ZA", "ZM", "ZW"}
)

SEASON_WORDS: Final[Mapping[str, str]] = {
    "printemps": "spring",
    "spring": "spring",
    "ete": "summer",
    "summer": "summer",
    "automne": "autumn",
    "autumn": "autumn",
    "fall": "autumn",
    "hiver": "winter",
    "winter": "winter",
}
SEASONS: Final = ("spring", "summer", "autumn", "winter")

DECADE_WORDS: Final[Mapping[str, int]] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _yearly(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _on_weekday(month: int, weekday: int, *, first: int) -> Callable[[int], date]:
    """The first such weekday, Monday 0, from a day of the month on."""

    def on(year: int) -> date:
        return date(year, month, first + (weekday - date(year, month, first).weekday()) % 7)

    return on


FEASTS: Final[Mapping[str, Callable[[int], date]]] = {
    "noel": _yearly(12, 25),
    "christmas day": _yearly(12, 25),
    "christmas eve": _yearly(12, 24),
    "christmas": _yearly(12, 25),
    "xmas": _yearly(12, 25),
    "reveillon de noel": _yearly(12, 24),
    "saint sylvestre": _yearly(12, 31),
    "new year's eve": _yearly(12, 31),
    "new year's day": _yearly(1, 1),
    "new year": _yearly(1, 1),
    "nouvel an": _yearly(1, 1),
    "jour de l'an": _yearly(1, 1),
    "saint valentin": _yearly(2, 14),
    "valentine's day": _yearly(2, 14),
    "halloween": _yearly(10, 31),
    "toussaint": _yearly(11, 1),
    "paques": easter,
    "easter": easter,
    "lundi de paques": lambda year: easter(year) + timedelta(days=1),
    "easter monday": lambda year: easter(year) + timedelta(days=1),
}

# Feasts that are a day of some countries alone, or another day in each.
FEASTS_OF: Final[Mapping[str, Mapping[str, Callable[[int], date]]]] = {
    "US": {
        "thanksgiving": _on_weekday(11, 3, first=22),
        "independence day": _yearly(7, 4),
        "fourth of july": _yearly(7, 4),
        "memorial day": _on_weekday(5, 0, first=25),
        "labor day": _on_weekday(9, 0, first=1),
    },
    "CA": {
        "thanksgiving": _on_weekday(10, 0, first=8),
        "action de grace": _on_weekday(10, 0, first=8),
        "canada day": _yearly(7, 1),
        "fete du canada": _yearly(7, 1),
        "labour day": _on_weekday(9, 0, first=1),
        "fete du travail": _on_weekday(9, 0, first=1),
    },
    "FR": {"fete nationale": _yearly(7, 14), "fete du travail": _yearly(5, 1)},
}
FEAST_NAMES: Final = frozenset(FEASTS).union(*FEASTS_OF.values())


def feast_of(name: str, country: str | None) -> Callable[[int], date] | None:
    """On which day of a year a feast is there; None where nobody keeps it."""
    return FEASTS.get(name) or FEASTS_OF.get(country or "", {}).get(name)


def plain(text: str) -> str:
    """Lower case, without accents, with straight apostrophes and single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return re.sub(r"[\s,]+", " ", bare).strip(" .;!?")


@cache
def month_numbers() -> Mapping[str, int]:
    """Every way to write a month, as `plain` leaves it, to its number."""
    names = {"sept": 9}
    for locale in ("fr", "en"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, "format", locale).items():
                names[plain(name)] = number
    return names


@cache
def weekday_numbers() -> Mapping[str, int]:
    """Every weekday, as `plain` leaves it, to its number from Monday, 0."""
    return {
        plain(name): number
        for locale in ("fr", "en")
        for width in ("wide", "abbreviated")
        for number, name in get_day_names(width, "format", locale).items()
    }


def season_begin(season: str, year: int, country: str | None) -> date:
    """The first day of a season: one that spans two years is named after the second.

    Seasons are the meteorologists', three whole months each, turned round in the south.
    """
    turn = 2 if country in SOUTHERN else 0
    month = 3 + 3 * ((SEASONS.index(season) + turn) % 4)
    return date(year - 1 if month == 12 else year, month, 1)  # noqa: PLR2004 - December


def season_of(first: date, country: str | None) -> str:
    """The season that begins on `first`."""
    turn = 2 if country in SOUTHERN else 0
    return SEASONS[(first.month // 3 - 1 + turn) % 4]
