"""A title short enough to draw, from the places and dates that are known."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from bot.gallery.facts import Precision
from bot.gallery.periods import Period, say_period
from bot.gallery.titles import Title as MomentTitle
from bot.gallery.titles import TitleKind
from bot.texts import Language
from bot.writing.facts import CaptionFacts
from bot.writing.grammar import GRAMMARS, capital
from bot.writing.moment_titles import say_title
from bot.writing.phrases import texts

LONGEST_CHARACTERS: Final = 32  # one line at a size that can be read on a phone


def title(
    facts: CaptionFacts, language: Language, *, named: MomentTitle | None = None
) -> str | None:
    """The fullest title that fits: "Lyon, octobre 2024", "Lyon & Pékin", "Été 2019"; or none.

    named: what the time may be called; a weekend says so.
    """
    texts_of_titles = chain(_weekends(named, facts, language), _titles(facts, language))
    return next((text for text in texts_of_titles if len(text) <= LONGEST_CHARACTERS), None)


def _weekends(named: MomentTitle | None, facts: CaptionFacts, language: Language) -> Iterator[str]:
    """All of it in one town; with its days, or where that is too long, with its month."""
    if named is None or named.kind is not TitleKind.WEEKEND or named.period is None:
        return
    if named.places != facts.places:
        return
    yield say_title(named, language, country=facts.country)
    if named.period.first.month == named.period.last.month:
        rounded = replace(named, period=_rounded(named.period))
        yield say_title(rounded, language, country=facts.country)


def _titles(facts: CaptionFacts, language: Language) -> Iterator[str]:
    """From the fullest to the shortest."""
    t, town = texts()[language], GRAMMARS[language].town
    places = [town(place) for place in facts.places]
    dates = _dates(facts, language)
    if len(places) == 1:
        yield from (t("title-place-date", Place=capital(places[0]), date=date) for date in dates)
        yield t("title-place", Place=capital(places[0]))
    if len(places) == 2:  # noqa: PLR2004 - more do not fit
        first, other = capital(places[0]), places[1]
        yield from (
            t("title-two-places-date", Place=first, other=other, date=date) for date in dates
        )
        yield t("title-two-places", Place=first, other=other)
    yield from (t("title-date", Date=capital(date)) for date in dates)


def _dates(facts: CaptionFacts, language: Language) -> list[str]:
    """The period, and its year for where that is too long."""
    if facts.period is None:
        return []
    period = _rounded(facts.period)
    texts_of_dates = [say_period(period, language, country=facts.country)]
    if period.first.year == period.last.year and not period.is_guess:
        texts_of_dates.append(str(period.first.year))
    return texts_of_dates


def _rounded(period: Period) -> Period:
    """Several days are named by their months; a single day stays."""
    if period.precision is Precision.DAY and period.first != period.last:
        return replace(period, precision=Precision.MONTH)
    return period
