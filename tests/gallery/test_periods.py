"""Periods, as they stand alone and within a sentence."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.facts import Precision, TakenAt
from bot.gallery.periods import Period, period_of, say_period, say_when
from bot.texts import LANGUAGES, Language

SAID = [
    (("1/10/2024", "1/10/2024"), "1er octobre 2024", "1 October 2024"),
    (("12/10/2024", "14/10/2024"), "12–14 octobre 2024", "12–14 October 2024"),
    (("1/10/2024", "14/10/2024"), "1er–14 octobre 2024", "1–14 October 2024"),
    (
        ("30/9/2024", "1/10/2024"),
        "30 septembre – 1er octobre 2024",
        "30 September – 1 October 2024",
    ),
    (
        ("30/12/2024", "2/1/2025"),
        "30 décembre 2024 – 2 janvier 2025",
        "30 December 2024 – 2 January 2025",
    ),
    (("1/8/2024", "14/10/2024"), "août–octobre 2024", "August–October 2024"),
    (("1/8/2022", "14/10/2024"), "2022–2024", "2022–2024"),
]
WITHIN = [
    (("1/10/2024", "1/10/2024"), "le 1er octobre 2024", "on 1 October 2024"),
    (("12/10/2024", "14/10/2024"), "du 12 au 14 octobre 2024", "from 12 to 14 October 2024"),
    (
        ("1/8/2024", "14/10/2024"),
        "entre août et octobre 2024",
        "between August and October 2024",
    ),
]


def days(first: str, last: str) -> Period:
    day, month, year = map(int, first.split("/"))
    last_day, last_month, last_year = map(int, last.split("/"))
    return Period(date(year, month, day), date(last_year, last_month, last_day))


@pytest.mark.parametrize(("ends", "french", "english"), SAID)
def test_a_period_alone(ends: tuple[str, str], french: str, english: str) -> None:
    assert say_period(days(*ends), "fr") == french
    assert say_period(days(*ends), "en") == english


@pytest.mark.parametrize(("ends", "french", "english"), WITHIN)
def test_a_period_within_a_sentence(ends: tuple[str, str], french: str, english: str) -> None:
    assert say_when(days(*ends), "fr") == french
    assert say_when(days(*ends), "en") == english


@pytest.mark.parametrize(
    ("ends", "alone", "within"),
    [
        (("12/10/2024", "12/10/2024"), "October 12, 2024", "on October 12, 2024"),
        (("12/10/2024", "14/10/2024"), "October 12–14, 2024", "from October 12 to 14, 2024"),
        (
            ("30/9/2024", "1/10/2024"),
            "September 30 – October 1, 2024",
            "from September 30 to October 1, 2024",
        ),
        (
            ("30/12/2024", "2/1/2025"),
            "December 30, 2024 – January 2, 2025",
            "from December 30, 2024 to January 2, 2025",
        ),
    ],
)
def test_americans_have_the_month_first(ends: tuple[str, str], alone: str, within: str) -> None:
    assert say_period(days(*ends), "en", country="US") == alone
    assert say_when(days(*ends), "en", country="US") == within
    assert say_period(days(*ends), "fr", country="US") == say_period(days(*ends), "fr")


def test_a_season_has_its_own_preposition() -> None:
    spring, summer, winter = (
        period_of([TakenAt(first, Precision.SEASON)])
        for first in (date(2019, 3, 1), date(2019, 6, 1), date(2018, 12, 1))
    )
    assert spring
    assert summer
    assert winter
    assert say_when(spring, "fr") == "au printemps 2019"
    assert say_when(summer, "fr") == "pendant l’été 2019"
    assert say_when(winter, "fr") == "pendant l’hiver 2018–2019"
    assert say_when(summer, "en") == "in the summer of 2019"


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (("12/10/2024", "14/10/2024"), "vers octobre 2024"),
        (("30/9/2024", "1/10/2024"), "vers 2024"),
        (("30/12/2024", "2/1/2025"), "vers 2024–2025"),
    ],
)
def test_a_guess_is_said_no_more_exactly_than_it_is_known(
    ends: tuple[str, str], said: str
) -> None:
    assert say_period(replace(days(*ends), is_guess=True), "fr") == said


def test_one_vague_date_makes_the_period_vague() -> None:
    period = period_of([TakenAt(date(2019, 8, 12)), TakenAt(date(2019, 1, 1), Precision.YEAR)])
    assert period == Period(date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR)


def test_no_date_makes_no_period() -> None:
    assert period_of([]) is None


taken = st.builds(
    TakenAt,
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.sampled_from(Precision),
    is_guess=st.booleans(),
)


@given(st.lists(taken, min_size=1, max_size=4), st.sampled_from(LANGUAGES))
def test_any_period_is_said_without_a_hole(dates: list[TakenAt], language: Language) -> None:
    period = period_of(dates)
    assert period
    for text in (say_period(period, language), say_when(period, language)):
        assert "  " not in text
        assert "{" not in text
        assert len(text) <= 50
