"""Days, months and places as a page says them: facts alone, in the person's language."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from babel import Locale
from babel.dates import format_date, format_interval, get_day_names

from bot.collage.plan import PlanPhoto
from bot.texts import Language, babel_locale, with_ordinal

SEVERAL_PLACES: Final = 3  # named one by one; more are told by their number elsewhere
BETWEEN: Final = " · "


def span(days: Sequence[date], language: Language) -> str | None:
    """From the first day to the last, as briefly as it stays true; None without a day."""
    if not days:
        return None
    first, last, locale = min(days), max(days), babel_locale(language)
    if first == last:
        return with_ordinal(format_date(first, "d MMMM y", locale), language)
    if (first.year, first.month) == (last.year, last.month):
        return _interval(first, last, "yMMMd", language)
    if first.year == last.year:
        return _interval(first, last, "yMMM", language)
    return f"{first.year}–{last.year}"


def short_span(days: Sequence[date], language: Language) -> str | None:
    """Days without their year: "12 Aug", "12–14 Aug", "30 Jul – 2 Aug"."""
    if not days:
        return None
    first, last, locale = min(days), max(days), babel_locale(language)
    if first == last:
        return with_ordinal(format_date(first, "d MMM", locale), language)
    return _interval(first, last, "MMMd", language)


def _interval(first: date, last: date, parts: str, language: Language) -> str:
    text = str(format_interval(first, last, parts, fuzzy=True, locale=babel_locale(language)))
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


def week_start_of(language: Language) -> int:
    """The day that weeks begin with where the language is at home; 0 is Monday."""
    return int(Locale.parse(babel_locale(language)).first_week_day)


def kicker(photos: Iterable[PlanPhoto], title: str | None, language: Language) -> str | None:
    """Place and time of all these, but for what the title says already."""
    known = list(photos)
    places = list(dict.fromkeys(photo.place for photo in known if photo.place))
    days = [photo.taken for photo in known if photo.taken]
    told = [*(places if len(places) <= SEVERAL_PLACES else []), span(days, language)]
    fresh = [one for one in told if one and not is_said(one, title)]
    return BETWEEN.join(fresh) or None


def is_said(fact: str, title: str | None) -> bool:
    """Whether a title has a fact's words; of a date, also without its days."""
    said = (title or "").casefold()
    words = [word for word in fact.casefold().split() if not word[0].isdigit() or word.isdigit()]
    return bool(said) and all(word in said for word in words)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
