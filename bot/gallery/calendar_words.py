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
SUNDAY: Final = 6  # as date.weekday counts
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


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _mothers_in_france(year: int) -> date:
    """The last Sunday of May, and the first of June where that one is Pentecost."""
    last = _on_weekday(5, SUNDAY, first=25)(year)
    return last + timedelta(days=7) if last == _after_easter(49)(year) else last


FEASTS: Final[Mapping[str, Callable[[int], date]]] = {
    "noel": _yearly(12, 25),
    "christmas day": _yearly(12, 25),
    "christmas eve": _yearly(12, 24),
    "christmas": _yearly(12, 25),
    "xmas": _yearly(12, 25),
    "boxing day": _yearly(12, 26),
    "reveillon de noel": _yearly(12, 24),
    "saint sylvestre": _yearly(12, 31),
    "new year's eve": _yearly(12, 31),
    "new year's day": _yearly(1, 1),
    "new year": _yearly(1, 1),
    "nouvel an": _yearly(1, 1),
    "jour de l'an": _yearly(1, 1),
    "chandeleur": _yearly(2, 2),
    "saint valentin": _yearly(2, 14),
    "valentine's day": _yearly(2, 14),
    "saint patrick's day": _yearly(3, 17),
    "saint patrick": _yearly(3, 17),
    "fete de la musique": _yearly(6, 21),
    "halloween": _yearly(10, 31),
    "toussaint": _yearly(11, 1),
    "mardi gras": _after_easter(-47),
    "vendredi saint": _after_easter(-2),
    "good friday": _after_easter(-2),
    "paques": easter,
    "easter": easter,
    "lundi de paques": _after_easter(1),
    "easter monday": _after_easter(1),
    "ascension": _after_easter(39),
    "pentecote": _after_easter(49),
    "pentecost": _after_easter(49),
}

_SECOND_IN_MAY: Final = _on_weekday(5, SUNDAY, first=8)
_THIRD_IN_JUNE: Final = _on_weekday(6, SUNDAY, first=15)
_LENT: Final = _after_easter(-21)
# Feasts that are a day of some countries alone, or another day in each.
FEASTS_OF: Final[Mapping[str, Mapping[str, Callable[[int], date]]]] = {
    "US": {
        "martin luther king day": _on_weekday(1, 0, first=15),
        "mlk day": _on_weekday(1, 0, first=15),
        "presidents' day": _on_weekday(2, 0, first=15),
        "presidents day": _on_weekday(2, 0, first=15),
        "mother's day": _SECOND_IN_MAY,
        "memorial day": _on_weekday(5, 0, first=25),
        "father's day": _THIRD_IN_JUNE,
        "juneteenth": _yearly(6, 19),
        "independence day": _yearly(7, 4),
        "fourth of july": _yearly(7, 4),
        "labor day": _on_weekday(9, 0, first=1),
        "columbus day": _on_weekday(10, 0, first=8),
        "veterans day": _yearly(11, 11),
        "thanksgiving": _on_weekday(11, 3, first=22),
    },
    "CA": {
        "mother's day": _SECOND_IN_MAY,
        "fete des meres": _SECOND_IN_MAY,
        "victoria day": _on_weekday(5, 0, first=18),
        "fete de la reine": _on_weekday(5, 0, first=18),
        "journee des patriotes": _on_weekday(5, 0, first=18),
        "father's day": _THIRD_IN_JUNE,
        "fete des peres": _THIRD_IN_JUNE,
        "saint jean baptiste": _yearly(6, 24),
        "canada day": _yearly(7, 1),
        "fete du canada": _yearly(7, 1),
        "labour day": _on_weekday(9, 0, first=1),
        "labor day": _on_weekday(9, 0, first=1),
        "fete du travail": _on_weekday(9, 0, first=1),
        "thanksgiving": _on_weekday(10, 0, first=8),
        "action de grace": _on_weekday(10, 0, first=8),
        "remembrance day": _yearly(11, 11),
        "jour du souvenir": _yearly(11, 11),
    },
    "GB": {
        "mother's day": _LENT,
        "mothering sunday": _LENT,
        "father's day": _THIRD_IN_JUNE,
        "bonfire night": _yearly(11, 5),
        "guy fawkes night": _yearly(11, 5),
        "remembrance day": _yearly(11, 11),
    },
    "FR": {
        "fete du travail": _yearly(5, 1),
        "fete des meres": _mothers_in_france,
        "fete des peres": _THIRD_IN_JUNE,
        "fete nationale": _yearly(7, 14),
    },
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
