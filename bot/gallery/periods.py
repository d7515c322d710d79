"""From when to when a set of media goes, and how to say it in French and English."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from babel.dates import format_date

from bot.gallery.calendar_words import MONTH_FIRST, season_of
from bot.gallery.facts import Precision, TakenAt
from bot.texts import Language, Texts, babel_locale, load_texts, say_day

LONGEST_IN_DAYS: Final = timedelta(days=31)  # beyond, months say it better
COARSENESS: Final = tuple(Precision)
DECEMBER: Final = 12
SAY_FALL: Final = frozenset({"US", "CA"})  # for autumn, in English


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, never more exact than its vaguest date."""

    first: date
    last: date
    precision: Precision = Precision.DAY
    is_guess: bool = False


def period_of(taken: Iterable[TakenAt]) -> Period | None:
    """The period that holds every date; None without any."""
    dates = list(taken)
    if not dates:
        return None
    return Period(
        min(one.first for one in dates),
        max(one.last for one in dates),
        max((one.precision for one in dates), key=COARSENESS.index),
        any(one.is_guess for one in dates),
    )


def say_period(period: Period, language: Language, *, country: str | None = None) -> str:
    """The period by itself: "12–14 October 2024", "été 2019", "vers 1985".

    country: the person's, ISO 3166 alpha-2; it decides which season begins in June.
    """
    return _say(_form(period), period, language, country)


def say_when(period: Period, language: Language, *, country: str | None = None) -> str:
    """The period within a sentence: "from 12 to 14 October 2024", "pendant l’été 2019"."""
    return _say(f"{_form(period)}-when", period, language, country)


def say_taken(taken: TakenAt, language: Language, *, country: str | None = None) -> str:
    """One date by itself: what the gallery shows and what it says it understood."""
    period = Period(taken.first, taken.last, taken.precision, taken.is_guess)
    return say_period(period, language, country=country)


def _kind(period: Period) -> str:
    """The most exact form that is true of the whole period."""
    first, last = period.first, period.last
    whole = TakenAt(first, period.precision).last
    if last <= whole:
        return period.precision.value
    if period.precision is Precision.DAY and last - first < LONGEST_IN_DAYS:
        return "days" if (first.year, first.month) == (last.year, last.month) else "days-apart"
    if first.year != last.year:
        return "years"
    return "months" if period.precision in {Precision.DAY, Precision.MONTH} else "year"


def _form(period: Period) -> str:
    return f"about-{_vague(period)}" if period.is_guess else _kind(period)


def _vague(period: Period) -> str:
    """A guess over several days is no better than their month, or else their year."""
    kind = _kind(period)
    if kind == "days":
        return "month"
    if kind in {"days-apart", "months"}:
        return "year" if period.first.year == period.last.year else "years"
    return kind


def _say(kind: str, period: Period, language: Language, country: str | None) -> str:
    parts = _parts(period, language, country)
    season = season_of(period.first, country)
    is_fall = season == "autumn" and country in SAY_FALL
    return _texts()[language](f"date-{kind}", season="fall" if is_fall else season, **parts)


def say_one_day(day: date, language: Language, country: str | None) -> str:
    """A whole date; English puts the month first for who lives where everybody does."""
    if language == "en" and country in MONTH_FIRST:
        return f"{format_date(day, 'MMMM d', 'en_US')}, {day.year}"
    return say_day(day, language)


def _parts(period: Period, language: Language, country: str | None) -> Mapping[str, str]:
    first, last, locale = period.first, period.last, babel_locale(language)
    begin, end = _within_month(first, last, language, country)
    whole, final = (say_one_day(day, language, country) for day in (first, last))
    return {
        "first": whole,
        "first_without_year": whole.removesuffix(f" {last.year}").removesuffix(","),
        "last": final,
        "begin": begin,
        "end": end,
        "first_month": format_date(first, "MMMM y", locale),
        "first_month_name": format_date(first, "MMMM", locale),
        "last_month": format_date(last, "MMMM y", locale),
        "first_year": str(first.year),
        "last_year": str(last.year),
        "years": f"{first.year}–{first.year + 1}" if first.month == DECEMBER else str(first.year),
    }


def _within_month(
    first: date, last: date, language: Language, country: str | None
) -> tuple[str, str]:
    """Two days of one month, which is named once: "12", "14 October"; "October 12", "14"."""
    begin, end = say_one_day(first, language, country), say_one_day(last, language, country)
    if begin[:1].isdigit():
        return begin.split(" ")[0], end
    return begin.removesuffix(f", {first.year}"), end.partition(" ")[2]


@cache
def _texts() -> Mapping[Language, Texts]:
    return load_texts([Path(__file__).parent], stem="dates.")
