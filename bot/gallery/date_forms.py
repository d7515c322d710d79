"""Every way to write a date that the gallery understands, in French and English."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from bot.gallery.calendar_words import (
    DECADE_WORDS,
    FEAST_NAMES,
    MONTH_FIRST,
    SEASON_WORDS,
    feast_of,
    month_numbers,
    season_begin,
    weekday_numbers,
)
from bot.gallery.facts import Precision, TakenAt

DAYS_AGO: Final[Mapping[str, int]] = {
    "aujourd'hui": 0,
    "today": 0,
    "ce matin": 0,
    "ce soir": 0,
    "this morning": 0,
    "tonight": 0,
    "hier": 1,
    "hier soir": 1,
    "yesterday": 1,
    "last night": 1,
    "avant-hier": 2,
    "avant hier": 2,
    "the day before yesterday": 2,
}
AMOUNTS: Final[Mapping[str, int]] = dict.fromkeys(("un", "une", "a", "an", "one"), 1) | {
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "dix": 10,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "ten": 10,
}
UNITS: Final[Mapping[str, str]] = {
    "jour": "day",
    "semaine": "week",
    "mois": "month",
    "an": "year",
    "annee": "year",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}
YEAR = r"(?P<year>(?:18|19|20)\d\d)"
SHORT_YEAR = r"(?P<year>(?:18|19|20)\d\d|'?\d\d)"
# A part of a month or a year is left out: coarser, and still true.
PART = (
    r"(?:(?:debut|mi|milieu|fin|early|mid|late|the beginning|the middle|the end)[ -]"
    r"(?:of the |of |des |du |de l'|de |d')?)?"
)
HOLIDAYS = r"(?:(?:grandes )?vacances (?:d'|de l'|de |du )?)?"
UNIT = r"(?P<unit>jour|semaine|mois|annee|an|day|week|month|year)s?"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a date is read against: the person's day, and the country whose habits decide."""

    today: date
    country: str | None

    def latest(self, year: str | None, on: Callable[[int], date | None]) -> date | None:
        """The date `on` that year; without a year, the last one that has begun."""
        if year is not None:
            return on(self.full_year(year))
        found = (on(self.today.year + 1 - back) for back in range(10))  # 29 Feb. can be 8 apart
        return next((day for day in found if day and day <= self.today), None)

    def full_year(self, digits: str) -> int:
        digits = digits.lstrip("'")
        if len(digits) > 2:  # noqa: PLR2004 - already full
            return int(digits)
        year = self.today.year // 100 * 100 + int(digits)
        return year if year <= self.today.year else year - 100


Reader = Callable[[Mapping[str, str | None], Setting], TakenAt | None]
Form = tuple[re.Pattern[str], Reader]


def real_day(year: int, month: int, day: int) -> date | None:
    """That date; None for one that no calendar has."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _taken(first: date | None, precision: Precision) -> TakenAt | None:
    return TakenAt(first, precision) if first else None


def _numbers(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    """Day first, or month first where the country writes so; the other way if impossible."""
    one, other = int(parts["one"] or 0), int(parts["other"] or 0)
    if setting.country in MONTH_FIRST:
        one, other = other, one

    def on(year: int) -> date | None:
        return real_day(year, other, one) or real_day(year, one, other)

    return _taken(setting.latest(parts.get("year"), on), Precision.DAY)


def _iso(parts: Mapping[str, str | None], _: Setting) -> TakenAt | None:
    year, month, day = (int(parts[name] or 0) for name in ("year", "month", "day"))
    return _taken(real_day(year, month, day), Precision.DAY)


def _iso_month(parts: Mapping[str, str | None], _: Setting) -> TakenAt | None:
    return _taken(real_day(int(parts["year"] or 0), int(parts["month"] or 0), 1), Precision.MONTH)


def _named_day(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    month, day = month_numbers()[parts["month"] or ""], int(parts["day"] or 0)
    first = setting.latest(parts["year"], lambda year: real_day(year, month, day))
    return _taken(first, Precision.DAY)


def _named_month(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    month = month_numbers()[parts["month"] or ""]
    first = setting.latest(parts["year"], lambda year: date(year, month, 1))
    return _taken(first, Precision.MONTH)


def _last_month(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    """The last one that is over: in August, "last August" is not this one."""
    return _over(_named_month({**parts, "year": None}, setting), setting)


def _over(taken: TakenAt | None, setting: Setting) -> TakenAt | None:
    """That span of the year, or the one a year before while it lasts."""
    if taken is None or taken.last < setting.today:
        return taken
    return TakenAt(taken.first.replace(year=taken.first.year - 1), taken.precision)


def _season(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    season = SEASON_WORDS[parts["season"] or ""]
    first = setting.latest(
        parts["until"] or parts["year"], lambda year: season_begin(season, year, setting.country)
    )
    return _taken(first, Precision.SEASON)


def _last_season(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    return _over(_this_season(parts, setting), setting)


def _this_season(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    return _season({**parts, "until": None, "year": None}, setting)


def _feast(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    name = re.sub(r"^st\b\.?", "saint", (parts["feast"] or "").replace("-", " "))
    on = feast_of(name, setting.country)
    return _taken(setting.latest(parts.get("year"), on), Precision.DAY) if on else None


def _year(parts: Mapping[str, str | None], _: Setting) -> TakenAt | None:
    return TakenAt(date(int(parts["year"] or 0), 1, 1), Precision.YEAR)


def _decade(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    digits = parts["decade"] or ""
    year = setting.full_year(digits) if digits.isdigit() else 1900 + DECADE_WORDS[digits]
    return TakenAt(date(year // 10 * 10, 1, 1), Precision.DECADE)


def _days_ago(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    return TakenAt(setting.today - timedelta(days=DAYS_AGO[parts["when"] or ""]))


def _last_weekday(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    back = (setting.today.weekday() - weekday_numbers()[parts["weekday"] or ""] - 1) % 7 + 1
    return TakenAt(setting.today - timedelta(days=back))


def _this_weekend(_: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    """About the last Saturday that has begun."""
    return TakenAt(setting.today - timedelta(days=_since_saturday(setting)), is_guess=True)


def _last_weekend(_: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    """The last one that is over: on a Sunday, "last weekend" is not this one."""
    back = _since_saturday(setting)
    return TakenAt(setting.today - timedelta(days=back + 7 * (back <= 1)), is_guess=True)


def _since_saturday(setting: Setting) -> int:
    return (setting.today.weekday() - 5) % 7


def _ago(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    amount = parts.get("amount") or "1"
    count = int(amount) if amount.isdigit() else AMOUNTS[amount]
    return _back(UNITS[parts["unit"] or ""], count, setting.today)


def _this_unit(parts: Mapping[str, str | None], setting: Setting) -> TakenAt | None:
    return _back(UNITS[parts["unit"] or ""], 0, setting.today)


def _back(unit: str, count: int, today: date) -> TakenAt | None:
    """So many units before today; a week is too vague for a day and too short for a month."""
    if unit in {"day", "week"}:
        days = min(count * (7 if unit == "week" else 1), 36_500)
        return TakenAt(today - timedelta(days=days), is_guess=unit == "week")
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if unit == "year":
        return _taken(real_day(year, 1, 1), Precision.YEAR)
    return _taken(real_day(year, month + 1, 1), Precision.MONTH)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def forms() -> tuple[Form, ...]:
    """Patterns for text as `plain` leaves it, the most exact first, each with its reader."""
    month = rf"(?P<month>{_any_of(month_numbers())})\.?"
    weekday = rf"(?P<weekday>{_any_of(weekday_numbers())})\.?"
    day = r"(?P<day>\d\d?)(?:er|st|nd|rd|th)?"
    season = rf"(?P<season>{_any_of(SEASON_WORDS)})"
    amount = rf"(?P<amount>\d{{1,3}}|{_any_of(AMOUNTS)})"
    feasts = _any_of(FEAST_NAMES).replace(r"saint\ ", r"(?:saint|st\.?)\ ").replace(r"\ ", "[ -]")
    feast = rf"(?P<feast>{feasts})"
    written: tuple[tuple[str, Reader], ...] = (
        (rf"{YEAR}[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)", _iso),
        (rf"(?P<one>\d\d?)[-/. ](?P<other>\d\d?)[-/. ]{SHORT_YEAR}", _numbers),
        (r"(?P<one>\d\d?)/(?P<other>\d\d?)", _numbers),
        (rf"{YEAR}[-/.](?P<month>\d\d?)", _iso_month),
        (rf"(?P<month>\d\d?)[-/.]{YEAR}", _iso_month),
        (rf"(?:{weekday} )?{day} (?:of |de |d')?{month}(?: (?:de )?{SHORT_YEAR})?", _named_day),
        (rf"(?:{weekday} )?{month} {day}(?: {YEAR})?", _named_day),
        (rf"{PART}{month}(?: (?:de |of )?(?:{YEAR}))?", _named_month),
        (rf"last {month}", _last_month),
        (rf"{month} (?:dernier|passe)", _last_month),
        (
            (
                rf"{PART}{HOLIDAYS}{season}(?: holidays?| vacations?| break)?"
                rf"(?: (?:de |of )?{SHORT_YEAR}(?: ?[-/–] ?(?P<until>\d{{4}}|\d\d))?)?"
            ),
            _season,
        ),
        (rf"last {season}", _last_season),
        (rf"{season} (?:dernier|passe)", _last_season),
        (rf"(?:this|cet?) {season}", _this_season),
        (rf"{feast}(?: (?:de |of )?{SHORT_YEAR})?", _feast),
        (rf"last {feast}", _feast),
        (rf"{feast} (?:dernier|passe)", _feast),
        (rf"(?:annee |year |{PART}){YEAR}", _year),
        (rf"{PART}annees (?P<decade>(?:18|19|20)\d0|\d0)", _decade),
        (rf"{PART}'?(?P<decade>(?:18|19|20)\d0|\d0)'?s", _decade),
        (rf"{PART}(?P<decade>{_any_of(DECADE_WORDS)})", _decade),
        (rf"(?P<when>{_any_of(DAYS_AGO)})", _days_ago),
        (rf"(?:last )?{weekday}(?: (?:dernier|passe))?", _last_weekday),
        (r"(?:this|ce) week[- ]?end", _this_weekend),
        (r"last week[- ]?end|week[- ]?end (?:dernier|passe)", _last_weekend),
        (rf"il y a {amount} {UNIT}", _ago),
        (rf"{amount} {UNIT} ago", _ago),
        (rf"last {UNIT}", _ago),
        (rf"{UNIT} (?:derniere?|passee?)", _ago),
        (rf"(?:this|cette|ce) {UNIT}(?:-ci)?", _this_unit),
    )
    return tuple((re.compile(pattern), reader) for pattern, reader in written)


@cache
def day_forms() -> tuple[Form, ...]:
    """Those that write a whole day, to which a year may belong: there may be none such."""
    readers = (_iso, _numbers, _named_day)
    return tuple(
        (pattern, reader)
        for pattern, reader in forms()
        if reader in readers and "year" in pattern.groupindex
    )
