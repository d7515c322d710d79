"""Dates as people type them, in both languages."""

from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.gallery.calendar_words import easter
from bot.gallery.dates import names_no_day, understand
from bot.gallery.facts import Precision, TakenAt
from bot.gallery.periods import say_taken
from bot.texts import LANGUAGES, Language

TODAY = date(2026, 11, 21)  # a Saturday
DAY, MONTH, SEASON = Precision.DAY, Precision.MONTH, Precision.SEASON
YEAR, DECADE = Precision.YEAR, Precision.DECADE


@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("été 2019", date(2019, 6, 1), SEASON),
        ("Summer 2019", date(2019, 6, 1), SEASON),
        ("in the summer of 2019", date(2019, 6, 1), SEASON),
        ("pendant l’été 2019", date(2019, 6, 1), SEASON),
        ("hiver 2019", date(2018, 12, 1), SEASON),
        ("winter 2018-2019", date(2018, 12, 1), SEASON),
        ("hiver 2018/19", date(2018, 12, 1), SEASON),
        ("last summer", date(2026, 6, 1), SEASON),
        ("l’automne dernier", date(2025, 9, 1), SEASON),
        ("cet automne", date(2026, 9, 1), SEASON),
        ("été 98", date(1998, 6, 1), SEASON),
        ("the summer of ’69", date(1969, 6, 1), SEASON),
        ("fin de l’été 2019", date(2019, 6, 1), SEASON),
        ("12/10/2024", date(2024, 10, 12), DAY),
        ("12.10.24", date(2024, 10, 12), DAY),
        ("10/13/2024", date(2024, 10, 13), DAY),
        ("2024-10-12", date(2024, 10, 12), DAY),
        ("2024-10", date(2024, 10, 1), MONTH),
        ("10/2024", date(2024, 10, 1), MONTH),
        ("12 octobre 2024", date(2024, 10, 12), DAY),
        ("samedi 12 oct. 2024", date(2024, 10, 12), DAY),
        ("le 1er mai 2020", date(2020, 5, 1), DAY),
        ("May 1st, 2020", date(2020, 5, 1), DAY),
        ("the 14th of July 2019", date(2019, 7, 14), DAY),
        ("12 octobre", date(2026, 10, 12), DAY),
        ("24 décembre", date(2025, 12, 24), DAY),
        ("29 février", date(2024, 2, 29), DAY),
        ("Oct 2024", date(2024, 10, 1), MONTH),
        ("en août 2018", date(2018, 8, 1), MONTH),
        ("août dernier", date(2026, 8, 1), MONTH),
        ("last November", date(2025, 11, 1), MONTH),
        ("fin août 2019", date(2019, 8, 1), MONTH),
        ("mi-juillet", date(2026, 7, 1), MONTH),
        ("début d’octobre 2018", date(2018, 10, 1), MONTH),
        ("late August 2019", date(2019, 8, 1), MONTH),
        ("fin 2019", date(2019, 1, 1), YEAR),
        ("20/10", date(2026, 10, 20), DAY),
        ("24/12", date(2025, 12, 24), DAY),
        ("décembre", date(2025, 12, 1), MONTH),
        ("Noël 2012", date(2012, 12, 25), DAY),
        ("à Noël", date(2025, 12, 25), DAY),
        ("Christmas Eve 2012", date(2012, 12, 24), DAY),
        ("Noël dernier", date(2025, 12, 25), DAY),
        ("last Easter", date(2026, 4, 5), DAY),
        ("St-Valentin 2020", date(2020, 2, 14), DAY),
        ("Pâques 2019", date(2019, 4, 21), DAY),
        ("hier", date(2026, 11, 20), DAY),
        ("Yesterday", date(2026, 11, 20), DAY),
        ("aujourd’hui", date(2026, 11, 21), DAY),
        ("lundi dernier", date(2026, 11, 16), DAY),
        ("last Saturday", date(2026, 11, 14), DAY),
        ("il y a trois jours", date(2026, 11, 18), DAY),
        ("two months ago", date(2026, 9, 1), MONTH),
        ("le mois dernier", date(2026, 10, 1), MONTH),
        ("l’an dernier", date(2025, 1, 1), YEAR),
        ("cette année", date(2026, 1, 1), YEAR),
        ("this month", date(2026, 11, 1), MONTH),
        ("c’était en 2012", date(2012, 1, 1), YEAR),
        ("2019", date(2019, 1, 1), YEAR),
        ("les années 80", date(1980, 1, 1), DECADE),
        ("the 1970s", date(1970, 1, 1), DECADE),
        ("sixties", date(1960, 1, 1), DECADE),
        ("années 10", date(2010, 1, 1), DECADE),
        ("mid-90s", date(1990, 1, 1), DECADE),
        ("the early 2000s", date(2000, 1, 1), DECADE),
        ("début des années 80", date(1980, 1, 1), DECADE),
        ("à la fin des années 70", date(1970, 1, 1), DECADE),
        ("Christmas 2012", date(2012, 12, 25), DAY),
        ("Xmas ’12", date(2012, 12, 25), DAY),
        ("Easter 2014", date(2014, 4, 20), DAY),
        ("the 4th of July, 2019", date(2019, 7, 4), DAY),
        ("vacances d’été 2019", date(2019, 6, 1), SEASON),
        ("summer holidays 2019", date(2019, 6, 1), SEASON),
    ],
)
def test_what_people_type_is_understood(text: str, first: date, precision: Precision) -> None:
    assert understand(text, today=TODAY) == TakenAt(first, precision)


@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("vers 1985", date(1985, 1, 1), YEAR),
        ("about 1985", date(1985, 1, 1), YEAR),
        ("~1985", date(1985, 1, 1), YEAR),
        ("vers l’été 1999", date(1999, 6, 1), SEASON),
        ("environ 12 octobre 2024", date(2024, 10, 12), DAY),
        ("il y a deux semaines", date(2026, 11, 7), DAY),
        ("le week-end dernier", date(2026, 11, 14), DAY),
        ("ce week-end", date(2026, 11, 21), DAY),
    ],
)
def test_about_then_is_a_guess_and_stays_one(text: str, first: date, precision: Precision) -> None:
    assert understand(text, today=TODAY) == TakenAt(first, precision, is_guess=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "vers",
        "jolie plage",
        "2030",
        "demain",
        "tomorrow",
        "31/02/2020",
        "99/99/9999",
        "1800",
        "12 octobre 2027",
        "été 2027",
        "12",
        "x" * 500,
        "2019 était une belle année",
    ],
)
def test_what_is_no_date_or_still_to_come_is_not_guessed(text: str) -> None:
    assert understand(text, today=TODAY) is None


def test_the_country_decides_between_day_and_month_first() -> None:
    assert understand("12/10/2024", today=TODAY, country="US") == TakenAt(date(2024, 12, 10))
    assert understand("13/10/2024", today=TODAY, country="US") == TakenAt(date(2024, 10, 13))
    assert understand("12/10/2024", today=TODAY, country="GB") == TakenAt(date(2024, 10, 12))


def test_the_country_decides_when_summer_is() -> None:
    summer = understand("summer 2019", today=TODAY, country="AU")
    assert summer == TakenAt(date(2018, 12, 1), SEASON)
    assert say_taken(summer, "en", country="AU") == "summer 2018–2019"


@pytest.mark.parametrize(
    "text", ["12/10/2024 14:30", "12 octobre 2024 à 14h30", "Oct 12 2024 14:30"]
)
def test_an_hour_after_a_day_is_kept(text: str) -> None:
    assert understand(text, today=TODAY) == TakenAt(date(2024, 10, 12), time=time(14, 30))


def test_an_hour_that_no_clock_shows_is_left_out() -> None:
    assert understand("12/10/2024 25:99", today=TODAY) == TakenAt(date(2024, 10, 12))


@given(st.text(max_size=70), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@example("été 2019", date(2019, 5, 31))
@example("00:00", date(2019, 5, 31))
@example("0/0/00", date(2019, 5, 31))
def test_any_text_gives_a_past_date_or_none(text: str, today: date) -> None:
    taken = understand(text, today=today)
    assert taken is None or date(1826, 1, 1) <= taken.first <= today


dates = st.dates(date(1900, 1, 1), TODAY)


@pytest.mark.parametrize("is_guess", [False, True])
@given(day=dates, precision=st.sampled_from(Precision), language=st.sampled_from(LANGUAGES))
def test_what_we_say_we_understand(
    day: date, precision: Precision, language: Language, *, is_guess: bool
) -> None:
    first = {
        DAY: day,
        MONTH: day.replace(day=1),
        SEASON: date(day.year - (day.month < 3), (day.month // 3 * 3) or 12, 1),
        YEAR: date(day.year, 1, 1),
        DECADE: date(day.year // 10 * 10, 1, 1),
    }[precision]
    taken = TakenAt(first, precision, is_guess=is_guess)
    assert understand(say_taken(taken, language), today=TODAY) == taken


@given(day=dates, country=st.sampled_from(["US", "FR", "GB", None]))
def test_what_a_person_types_in_figures_is_said_back_as_they_read_it(
    day: date, country: str | None
) -> None:
    typed = f"{day:%m/%d/%Y}" if country == "US" else f"{day:%d/%m/%Y}"
    taken = understand(typed, today=TODAY, country=country)
    assert taken == TakenAt(day)
    for language in LANGUAGES:
        said = say_taken(taken, language, country=country)
        assert understand(said, today=TODAY, country=country) == taken


@given(st.integers(1900, 2100))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("30 février 2019", True),
        ("February 30", True),
        ("le 31/04/2019", True),
        ("2019-02-30", True),
        ("29 février", False),  # of the last leap year
        ("10/13/2024", False),
        ("février 2019", False),
        ("20/10", False),
        ("45/67", False),  # a size, a score: no day was meant
        ("n’importe quoi", False),
    ],
)
def test_a_day_that_no_calendar_has_is_told_from_what_is_no_date(
    text: str, *, is_none: bool
) -> None:
    assert names_no_day(text, today=TODAY, country="FR") is is_none
    assert not (is_none and understand(text, today=TODAY, country="FR"))


@pytest.mark.parametrize(
    ("text", "country", "first"),
    [
        ("Thanksgiving 2024", "US", date(2024, 11, 28)),
        ("Thanksgiving 2024", "CA", date(2024, 10, 14)),
        ("Thanksgiving 2024", "GB", None),
        ("Canada Day 2019", "CA", date(2019, 7, 1)),
        ("Canada Day 2019", "US", None),
        ("Independence Day", "US", date(2026, 7, 4)),
        ("Labor Day 2025", "US", date(2025, 9, 1)),
        ("Memorial Day 2025", "US", date(2025, 5, 26)),
        ("Victoria Day 2024", "CA", date(2024, 5, 20)),
        ("Saint-Jean-Baptiste 2024", "CA", date(2024, 6, 24)),
        ("Mother’s Day 2024", "US", date(2024, 5, 12)),
        ("Mother’s Day 2024", "GB", date(2024, 3, 10)),
        ("fête des mères 2024", "FR", date(2024, 5, 26)),
        ("fête des mères 2020", "FR", date(2020, 6, 7)),  # the 31st of May was Pentecost
        ("Father’s Day 2024", "CA", date(2024, 6, 16)),
        ("Boxing Day 2019", "CA", date(2019, 12, 26)),
        ("St. Patrick’s Day 2019", "US", date(2019, 3, 17)),
        ("Ascension 2024", "FR", date(2024, 5, 9)),
        ("fête du travail", "FR", date(2026, 5, 1)),
        ("fête du travail", "CA", date(2026, 9, 7)),
    ],
)
def test_a_feast_is_on_the_day_that_its_country_keeps_it(
    text: str, country: str, first: date | None
) -> None:
    taken = understand(text, today=TODAY, country=country)
    assert (taken.first if taken else None) == first


@pytest.mark.parametrize(("country", "said"), [("US", "fall 2019"), ("GB", "autumn 2019")])
def test_a_season_is_called_as_it_is_there(country: str, said: str) -> None:
    autumn = TakenAt(date(2019, 9, 1), SEASON)
    assert say_taken(autumn, "en", country=country) == said
    assert say_taken(autumn, "fr", country=country) == "automne 2019"
