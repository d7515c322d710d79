"""Days, months and places as a page says them: facts alone, in the person's language."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, get_day_names

from bot.collage.plan import PlanPhoto
from bot.gallery.calendar_words import MONTH_FIRST
from bot.gallery.periods import say_one_day
from bot.texts import Language, babel_locale, with_ordinal

SEVERAL_PLACES: Final = 3  # named one by one; more are told by their number elsewhere
BETWEEN: Final = " · "


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a page. country: where that person lives; decides whether days follow months."""

    language: Language
    country: str | None = None

    @property
    def is_month_first(self) -> bool:
        return self.language == "en" and self.country in MONTH_FIRST

    @property
    def locale(self) -> str:
        return "en_US" if self.is_month_first else babel_locale(self.language)


def span(days: Sequence[date], reader: Reader) -> str | None:
    """From the first day to the last, as briefly as it stays true; None without a day."""
    if not days:
        return None
    first, last = min(days), max(days)
    if first == last:
        return say_one_day(first, reader.language, reader.country)
    if (first.year, first.month) == (last.year, last.month):
        return _interval(first, last, "yMMMd", reader)
    if first.year == last.year:
        return _interval(first, last, "yMMM", reader)
    return years(days)


def short_span(days: Sequence[date], reader: Reader) -> str | None:
    """Days without their year: "12 Aug", "12–14 Aug", "30 Jul – 2 Aug"; "Aug 12" in the US."""
    if not days:
        return None
    first, last = min(days), max(days)
    if first == last:
        pattern = "MMM d" if reader.is_month_first else "d MMM"
        return with_ordinal(format_date(first, pattern, reader.locale), reader.language)
    return _interval(first, last, "MMMd", reader)


def month_span(days: Sequence[date], reader: Reader) -> str | None:
    """Months with their year: "Aug 2019", "Aug–Sept 2019", "Nov 2020 – Jul 2026"."""
    return _interval(min(days), max(days), "yMMM", reader) if days else None


def years(days: Sequence[date]) -> str | None:
    """The year, or the first and the last."""
    found = sorted({day.year for day in days})
    return "–".join(dict.fromkeys((str(found[0]), str(found[-1])))) if found else None


def _interval(first: date, last: date, parts: str, reader: Reader) -> str:
    language = reader.language
    text = str(format_interval(first, last, parts, fuzzy=True, locale=reader.locale))
    is_first = language == "fr" and text.startswith("1–")
    return f"1er{text[1:]}" if is_first else with_ordinal(text, language)


def month(day: date, language: Language) -> str:
    """A month and its year, as a heading: "August 2019", "Août 2019"."""
    return _capital(format_date(day, "LLLL y", babel_locale(language)))


def month_name(number: int, language: Language) -> str:
    """A month alone, as a heading, counted from 1."""
    return _capital(format_date(date(2000, number, 1), "LLLL", babel_locale(language)))


def weekday_initials(week_start: int, language: Language) -> list[str]:
    """Seven, from the day that weeks begin with; 0 is Monday."""
    names = get_day_names("narrow", "stand-alone", babel_locale(language))
    return [names[(week_start + place) % 7] for place in range(7)]


def week_start_of(reader: Reader) -> int:
    """The day that weeks begin with where the person lives, else the language; 0 is Monday."""
    try:
        locale = Locale.parse(f"und_{reader.country}" if reader.country else reader.locale)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(reader.locale)
    return int(locale.first_week_day)


def kicker(photos: Iterable[PlanPhoto], title: str | None, reader: Reader) -> str | None:
    """Place and time of all these, but for what the title says already."""
    known = list(photos)
    places = list(dict.fromkeys(photo.place for photo in known if photo.place))
    days = [photo.taken for photo in known if photo.taken]
    told = [*(places if len(places) <= SEVERAL_PLACES else []), span(days, reader)]
    fresh = [one for one in told if one and not is_said(one, title)]
    return BETWEEN.join(fresh) or None


def broken(name: str) -> list[list[str]]:
    """A name in two lines, in all ways that its words and hyphens allow."""
    parts = [part for part in re.split(r"(?<=[ -])", name) if part]
    breaks = (("".join(parts[:k]), "".join(parts[k:])) for k in range(1, len(parts)))
    return [[first.strip(), second.strip()] for first, second in breaks]


def is_said(fact: str, title: str | None) -> bool:
    """Whether a title has a fact's words; of a date, also without its days."""
    said = (title or "").casefold()
    words = [word for word in fact.casefold().split() if not word[0].isdigit() or word.isdigit()]
    return bool(said) and all(word in said for word in words)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
