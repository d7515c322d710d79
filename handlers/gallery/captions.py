"""Titles of moments and years, and the small lines under thumbnails, in both languages."""

from collections import Counter
from collections.abc import Iterable, Sequence

from babel.dates import format_date

from bot.gallery.calendar_words import MONTH_FIRST
from bot.gallery.catalogue import MomentCover, Thumb
from bot.gallery.facts import Facts, Precision, TakenAt, dates_of
from bot.gallery.periods import Period, period_of, say_period, say_taken
from bot.gallery.titles import title_of
from bot.texts import Texts, babel_locale, with_ordinal
from bot.writing.grammar import capital, town_name
from bot.writing.moment_titles import say_title

MIDDOT = " · "


def moment_title(facts: Sequence[Facts], t: Texts, country: str | None) -> str | None:
    """What it was, where and when: "Week-end à Lyon, 12–14 octobre 2024"; None if nobody knows."""
    title = title_of(facts)
    return say_title(title, t.language, country=country) if title else None


def moment_titles(
    moments: Sequence[MomentCover], t: Texts, country: str | None
) -> list[str | None]:
    """Of the moments of one page; those that read alike also say at what time they began."""
    titles = [moment_title(one.facts, t, country) for one in moments]
    return [
        _at_hour(title, one.facts) if title and titles.count(title) > 1 else title
        for title, one in zip(titles, moments, strict=True)
    ]


def moment_lines(
    moments: Sequence[MomentCover], t: Texts, country: str | None
) -> list[tuple[str, str]]:
    """Under the covers of one page: where, then when; the hour too where two read alike."""
    lines = [_lines(one, t, country) for one in moments]
    return [
        (where, _at_hour(when, one.facts)) if lines.count((where, when)) > 1 else (where, when)
        for (where, when), one in zip(lines, moments, strict=True)
    ]


def _at_hour(said: str, facts: Sequence[Facts]) -> str:
    """With the hour of the first picture, where a clock told it."""
    begin = min((one.taken.local for one in facts if one.taken and one.taken.local), default=None)
    return MIDDOT.join(filter(None, [said, f"{begin:%H:%M}" if begin else ""]))


def _lines(moment: MomentCover, t: Texts, country: str | None) -> tuple[str, str]:
    """The year stands above them all."""
    period, where = _period(moment.facts), place_of(moment.facts, t)
    when = say_period(period, t.language, country=country) if period else ""
    if period and period.first.year == period.last.year:
        when = when.removesuffix(f" {period.first.year}").removesuffix(",")
    if where is None:
        return when or t("gallery-moment-untitled"), ""
    return capital(where), when


def place_of(facts: Iterable[Facts], t: Texts) -> str | None:
    """The town that most of them name."""
    places = Counter(town_name(one.place, t.language) for one in facts if one.place)
    return places.most_common(1)[0][0] if places else None


def words_under(thumbs: Sequence[Thumb], t: Texts, country: str | None) -> list[str]:
    """What tells the thumbnails of one page apart: days, towns, or else the hour."""
    days = {one.facts.taken and one.facts.taken.first for one in thumbs}
    years = {day and day.year for day in days}
    towns = {one.facts.place and one.facts.place.name for one in thumbs}

    def words(facts: Facts) -> str:
        parts = []
        if facts.taken and len(days) > 1:
            parts.append(_short_day(facts.taken, t, country, with_year=len(years) > 1))
        if facts.place and len(towns) > 1:
            parts.append(town_name(facts.place, t.language))
        if not parts and facts.taken and facts.taken.time:
            parts.append(f"{facts.taken.time:%H:%M}")
        if facts.is_scan and not facts.taken:
            parts.append(t("gallery-scanned"))
        return capital(MIDDOT.join(parts))

    return [words(one.facts) for one in thumbs]


def year_title(year: int | None, t: Texts) -> str:
    return str(year) if year is not None else t("gallery-undated-title")


def _short_day(taken: TakenAt, t: Texts, country: str | None, *, with_year: bool) -> str:
    """A day in few letters; what is vaguer, or a guess, as it is always said."""
    if taken.precision is not Precision.DAY or taken.is_guess:
        return say_taken(taken, t.language, country=country)
    if t.language == "en" and country in MONTH_FIRST:
        return format_date(taken.first, "MMM d, y" if with_year else "MMM d", "en_US")
    form = "d MMM y" if with_year else "d MMM"
    return with_ordinal(format_date(taken.first, form, babel_locale(t.language)), t.language)


def _period(facts: Iterable[Facts]) -> Period | None:
    return period_of(dates_of(facts))
