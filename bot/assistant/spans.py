"""From when to when a few words of a request mean, in French and English."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from bot.assistant.vocabulary import vocabulary
from bot.gallery.calendar_words import (
    DECADE_WORDS,
    FEAST_NAMES,
    SEASON_WORDS,
    month_numbers,
    weekday_numbers,
)
from bot.gallery.dates import names_no_day, understand
from bot.gallery.facts import Precision, TakenAt

RECENT: Final = timedelta(days=30)
LONGEST: Final = 7  # words
LONGEST_DAY: Final = 4  # words: 30 of February 2019
A_DAY: Final = timedelta(days=1)
_AMOUNT: Final = r"(?P<amount>\d{1,2}|deux|trois|quatre|cinq|six|dix|two|three|four|five|six|ten)"
_UNIT: Final = r"(?P<unit>jour|semaine|mois|annee|an|day|week|month|year)s?"
_LAST_UNITS: Final = re.compile(
    rf"(?:(?:the|these|les|ces) )?(?:(?:last|past) {_AMOUNT} {_UNIT}"
    rf"|{_AMOUNT.replace('amount', 'many')} (?:dernier|derniere)s {_UNIT.replace('unit', 'of')})"
)
_WEEKEND_BEFORE: Final = re.compile(
    r"(?:the )?week ?end before last|(?:l')?avant dernier week ?end|le week ?end d'avant"
)
_YEAR_BEFORE: Final = re.compile(
    r"(?:the )?year before last|(?:l')?avant derniere annee|(?:l')?annee d'avant"
)
_WEEKEND: Final = re.compile(
    r"(?:(?:the|le|ce|this|last) )?week ?end(?: dernier| passe)?(?: last)?"
)
_WEEK: Final = re.compile(
    r"(?P<last>(?:the )?last week|(?:la )?semaine (?:derniere|passee))|this week|cette semaine"
)
_LAST_YEARS: Final = re.compile(
    r"(?:in |en |the |le |l'|a )?(?P<what>[a-z ]+?) (?:of |de |d')?"
    r"(?:last year|l'an dernier|l'annee derniere|l'an passe)"
)
_BETWEEN: Final = re.compile(r"(?:entre|between|from|de) (?P<one>.+) (?:et|and|to|a) (?P<two>.+)")
_ARTICLES: Final = frozenset({"le", "la", "les", "l", "the", "a", "un", "une"})
_SLASHED: Final = re.compile(r"\d+[/.-]\d+")


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included; None is without an end."""

    first: date | None
    last: date | None
    precision: Precision = Precision.DAY


def span(words: str, *, today: date, country: str | None) -> Span | None:
    """The days that folded words mean; None where they are no date, or still to come."""
    if not _may_be(words):
        return None
    readers: tuple[Callable[[str, date, str | None], Span | None], ...] = (
        _recent, _units, _weekend, _week, _open_ended, _between, _of_last_year, _plain,
    )  # fmt: skip
    found = (reader(words, today, country) for reader in readers)
    return next((one for one in found if one), None)


def no_day_in(words: Sequence[str], *, today: date, country: str | None) -> bool:
    """Whether some of these words name a day that no calendar has."""
    stretches = (
        " ".join(words[begin : begin + long])
        for long in range(1, LONGEST_DAY + 1)
        for begin in range(len(words) - long + 1)
    )
    return any(
        names_no_day(stretch, today=today, country=country)
        for stretch in stretches
        if stretch[-1:].isalnum() and any(sign.isdigit() for sign in stretch)
    )


def _may_be(words: str) -> bool:
    """Cheap: most windows of a request hold no word of a calendar."""
    parts = re.split(r"[ ']", words)
    if set(parts) - _ARTICLES <= vocabulary().dates["never"]:
        return False
    return bool(_calendar().intersection(parts)) or any(
        (part.isdigit() and len(part) == 4) or _SLASHED.match(part)  # noqa: PLR2004 - a year
        for part in parts
    )


@cache
def _calendar() -> frozenset[str]:
    """Every word without which nothing is a date."""
    said = vocabulary().dates["recent"]
    phrases = [
        *month_numbers(),
        *weekday_numbers(),
        *SEASON_WORDS,
        *FEAST_NAMES,
        *DECADE_WORDS,
        *said,
    ]
    units = "jour jours semaine semaines mois annee annees an ans day days week weeks month months"
    others = (
        "year years ago il hier avant yesterday today aujourd hui weekend end matin soir tonight "
        "morning night 20s 30s 40s 50s 60s 70s 80s 90s derniere dernier last past"
    )
    words = {part for phrase in phrases for part in re.split(r"[ '’-]", phrase)}
    return frozenset(words | set(units.split()) | set(others.split())) - {"de", "l", "st", "the"}


def _read(words: str, today: date, country: str | None) -> TakenAt | None:
    return understand(words.replace("week end", "weekend"), today=today, country=country)


def _plain(words: str, today: date, country: str | None) -> Span | None:
    """A date as the gallery understands it; a feast has an eve and a day after."""
    taken = _read(words, today, country)
    if taken is None:
        return None
    margin = A_DAY if _names_feast(words) else timedelta()
    if taken.is_guess and taken.precision is Precision.DAY:
        margin = timedelta(days=3)
    whole = Span(taken.first - margin, taken.last + margin, taken.precision)
    return replace(whole, precision=Precision.DAY) if margin else whole


def _names_feast(words: str) -> bool:
    return any(feast in words for feast in FEAST_NAMES)


def _recent(words: str, today: date, _country: str | None) -> Span | None:
    return Span(today - RECENT, today) if words in vocabulary().dates["recent"] else None


def _units(words: str, today: date, country: str | None) -> Span | None:
    """The last three months: up to today."""
    found = _LAST_UNITS.fullmatch(words)
    if not found:
        return None
    amount = found["amount"] or found["many"]
    unit = found["unit"] or found["of"]
    taken = _ago(amount, unit, today, country)
    return Span(taken.first, today) if taken else None


def _ago(amount: str, unit: str, today: date, country: str | None) -> TakenAt | None:
    six = amount.replace("six", "6")
    return _read(f"il y a {six} {unit}", today, country) or _read(
        f"{six} {unit} ago", today, country
    )


def _weekend(words: str, today: date, country: str | None) -> Span | None:
    """Saturday and Sunday; the one before last is a week earlier."""
    is_before = bool(_WEEKEND_BEFORE.fullmatch(words))
    if not is_before and not _WEEKEND.fullmatch(words):
        return None
    is_this = words.startswith(("this", "ce "))
    said = "this weekend" if is_this and not is_before else "last weekend"
    taken = _read(said, today, country)
    if taken is None:
        return None
    saturday = taken.first - timedelta(days=7 * is_before)
    return Span(saturday, saturday + A_DAY)


def _week(words: str, today: date, _country: str | None) -> Span | None:
    """From Monday to Sunday."""
    found = _WEEK.fullmatch(words)
    if not found:
        return None
    monday = today - timedelta(days=today.weekday() + (7 if found["last"] else 0))
    return Span(monday, monday + timedelta(days=6))


def _open_ended(words: str, today: date, country: str | None) -> Span | None:
    """Before, until, after, since: one end is open."""
    said = vocabulary().dates
    for word in sorted(said["before"] | said["until"] | said["after"] | said["since"]):
        if words.startswith(f"{word} ") and (rest := words[len(word) + 1 :]):
            inner = _inner(rest, today, country)
            if inner:
                return _opened(word, inner)
    return None


def _inner(rest: str, today: date, country: str | None) -> Span | None:
    taken = _read(rest, today, country) or _read(f"il y a {rest}", today, country)
    return Span(taken.first, taken.last, taken.precision) if taken else None


def _opened(word: str, inner: Span) -> Span | None:
    said = vocabulary().dates
    if inner.first is None or inner.last is None:
        return None
    if word in said["before"]:
        return Span(None, inner.first - A_DAY)
    if word in said["until"]:
        return Span(None, inner.last)
    if word in said["after"]:
        return Span(inner.last + A_DAY, None)
    return Span(inner.first, None)


def _between(words: str, today: date, country: str | None) -> Span | None:
    found = _BETWEEN.fullmatch(words)
    one = _read(found["one"], today, country) if found else None
    two = _read(found["two"], today, country) if found else None
    if one is None or two is None or one.first > two.last:
        return None
    return Span(one.first, two.last, max(one.precision, two.precision, key=_coarse))


def _coarse(precision: Precision) -> int:
    return tuple(Precision).index(precision)


def _of_last_year(words: str, today: date, country: str | None) -> Span | None:
    """October of last year; the year before last."""
    if _YEAR_BEFORE.fullmatch(words):
        first, last = date(today.year - 2, 1, 1), date(today.year - 2, 12, 31)
        return Span(first, last, Precision.YEAR)
    found = _LAST_YEARS.fullmatch(words)
    return _plain(f"{found['what']} {today.year - 1}", today, country) if found else None
