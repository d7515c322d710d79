"""Titles short enough to draw."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.facts import Facts, Place, Precision, TakenAt
from bot.gallery.periods import Period, period_of
from bot.gallery.titles import title_of
from bot.texts import LANGUAGES, Language
from bot.writing.facts import CaptionFacts
from bot.writing.titles import LONGEST_CHARACTERS, title

LYON = Place("Lyon", "FR", "1.1")
PEKIN = Place("Beijing", "CN", "2.2")
FAR = Place("Saint-Jean-Pied-de-Port-sur-Nivelle", "FR", "3.3")
OCTOBER = Period(date(2024, 10, 12), date(2024, 10, 14))
SUMMER = Period(date(2019, 6, 1), date(2019, 8, 31), Precision.SEASON)
LONG = Period(date(2024, 9, 30), date(2024, 12, 2))


@pytest.mark.parametrize(
    ("places", "period", "french", "english"),
    [
        ((LYON,), OCTOBER, "Lyon, octobre 2024", "Lyon, October 2024"),
        ((LYON,), SUMMER, "Lyon, été 2019", "Lyon, summer 2019"),
        ((), SUMMER, "Été 2019", "Summer 2019"),
        ((LYON, PEKIN), None, "Lyon & Pékin", "Lyon & Beijing"),
        ((LYON, PEKIN), OCTOBER, "Lyon & Pékin, octobre 2024", "Lyon & Beijing, October 2024"),
        ((LYON, PEKIN), LONG, "Lyon & Pékin, 2024", "Lyon & Beijing, 2024"),
        ((FAR,), OCTOBER, "Octobre 2024", "October 2024"),
        ((FAR,), None, None, None),
        ((LYON, PEKIN, FAR), OCTOBER, "Octobre 2024", "October 2024"),
        ((), None, None, None),
    ],
)
def test_the_fullest_title_that_fits(
    places: tuple[Place, ...], period: Period | None, french: str | None, english: str | None
) -> None:
    facts = CaptionFacts(4, period=period, places=places)
    assert title(facts, "fr") == french
    assert title(facts, "en") == english


dates = st.builds(
    TakenAt,
    st.dates(date(1950, 1, 1), date(2026, 11, 21)),
    st.sampled_from(Precision),
    is_guess=st.booleans(),
)


@given(
    st.lists(dates, max_size=3).map(period_of),
    st.lists(st.sampled_from([LYON, PEKIN, FAR]), unique=True).map(tuple),
    st.sampled_from(LANGUAGES),
)
def test_a_title_fits_begins_with_a_capital_and_is_never_empty(
    period: Period | None, places: tuple[Place, ...], language: Language
) -> None:
    text = title(CaptionFacts(4, period=period, places=places), language)
    assert text is None or 0 < len(text) <= LONGEST_CHARACTERS
    assert text is None or not text[0].islower()


def test_a_weekend_says_so_with_its_month_and_only_where_all_of_it_is_in_one_town() -> None:
    media = [Facts(TakenAt(date(2024, 10, day)), LYON) for day in (12, 13, 14)]
    named = title_of(media)
    facts = CaptionFacts(3, period=OCTOBER, places=(LYON,))
    assert title(facts, "fr", named=named) == "Week-end à Lyon, octobre 2024"
    assert title(facts, "en", named=named) == "Weekend in Lyon, October 2024"
    both = CaptionFacts(4, period=OCTOBER, places=(LYON, PEKIN))
    assert title(both, "fr", named=named) == "Lyon & Pékin, octobre 2024"
