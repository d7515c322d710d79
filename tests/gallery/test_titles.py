"""Titles of moments: only what is so, in both languages."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.facts import Facts, Place, Precision, Source, TakenAt
from bot.gallery.journeys import journeys, journeys_around
from bot.gallery.titles import Title, TitleKind, title_of
from bot.writing.moment_titles import say_title

LYON = Place("Lyon", "FR", "3017.2039")
DIJON = Place("Dijon", "FR", "3052.2093")
BEAUNE = Place("Beaune", "FR", "3046.2091")
NANTES = Place("Nantes", "FR", "3049.1940")


def at(day: int, hour: int | None = None, place: Place | None = None, *, month: int = 10) -> Facts:
    local = datetime(2024, month, day, hour or 0)  # noqa: DTZ001 - on the camera's own clock
    time = None if hour is None else local.time()
    return Facts(TakenAt(local.date(), source=Source.EXIF, time=time), place)


def said(*facts: Facts) -> tuple[str, str]:
    """The title in English and in French."""
    title = title_of(facts)
    assert title is not None
    return say_title(title, "en"), say_title(title, "fr")


def test_a_saturday_and_its_sunday_in_one_town_are_a_weekend() -> None:
    assert said(at(12, 10, LYON), at(13, 11, LYON), at(14, 9, LYON)) == (
        "Weekend in Lyon, 12–14 October 2024",
        "Week-end à Lyon, 12–14 octobre 2024",
    )


def test_a_scan_of_a_day_that_nobody_knows_is_given_no_day_by_the_others() -> None:
    scan = Facts(place=LYON, is_scan=True)
    assert title_of([scan]) == title_of([at(12, 10, LYON), scan])
    assert said(at(12, 10, LYON), scan) == ("Lyon", "Lyon")
    assert title_of([at(12, 10), scan]) is None
    assert said(Facts(TakenAt(date(1985, 1, 1), Precision.YEAR), is_scan=True)) == ("1985", "1985")


def test_days_of_the_week_are_a_stay() -> None:
    assert said(at(15, 10, LYON), at(17, 11, LYON)) == (
        "A stay in Lyon, 15–17 October 2024",
        "Séjour à Lyon, 15–17 octobre 2024",
    )


def test_an_evening_that_ends_after_midnight_has_the_date_of_its_beginning() -> None:
    assert said(at(12, 21, LYON), at(13, 1, LYON)) == (
        "An evening in Lyon, 12 October 2024",
        "Une soirée à Lyon, 12 octobre 2024",
    )


def test_one_picture_at_night_is_no_evening() -> None:
    assert said(at(12, 21, LYON))[0] == "Lyon, 12 October 2024"


def test_an_hour_is_no_day_out_and_five_are() -> None:
    assert said(at(12, 10, LYON), at(12, 11, LYON))[1] == "Lyon, 12 octobre 2024"
    assert said(at(12, 10, LYON), at(12, 16, LYON))[1] == "Une journée à Lyon, 12 octobre 2024"


def test_a_journey_names_its_towns_in_their_order() -> None:
    days = [at(12, 10, DIJON), at(13, 10, BEAUNE), at(14, 10, LYON)]
    assert said(*days[::-1]) == (
        "Dijon, Beaune and Lyon, 12–14 October 2024",
        "Dijon, Beaune et Lyon, 12–14 octobre 2024",
    )


def test_four_towns_are_no_title() -> None:
    days = [at(12, 10, DIJON), at(13, 10, BEAUNE), at(14, 10, LYON), at(15, 10, NANTES)]
    assert said(*days)[0] == "12–15 October 2024"


def test_feasts_are_named_by_their_own_date_and_hour_alone() -> None:
    assert said(at(24, 20, LYON, month=12), at(25, 1, LYON, month=12)) == (
        "Christmas 2024 in Lyon",
        "Noël 2024 à Lyon",
    )
    assert said(at(25, 12, month=12))[1] == "Noël 2024"
    assert said(at(31, 23, month=12))[0] == "New Year’s Eve 2024"
    assert said(at(24, 10, month=12))[0] == "24 December 2024"
    assert said(at(31, 10, month=12))[1] == "31 décembre 2024"


def test_a_guess_is_never_a_feast_nor_a_weekend() -> None:
    guess = TakenAt(date(2024, 12, 25), source=Source.FORWARD, is_guess=True)
    year = TakenAt(date(1985, 1, 1), Precision.YEAR, is_guess=True)
    assert said(Facts(guess, LYON))[1] == "Lyon, vers le 25 décembre 2024"
    assert said(Facts(year))[1] == "Vers 1985"


def test_a_town_speaks_for_the_others_only_where_most_are_from_it() -> None:
    mostly = [at(12, 10, LYON), at(12, 10, LYON), at(12, 11, DIJON)]
    assert said(*mostly)[0] == "Lyon, 12 October 2024"
    assert said(Facts(None, LYON))[0] == "Lyon"
    assert title_of([Facts()]) is None


def test_a_place_that_only_its_owner_names_is_said_as_they_say_it() -> None:
    grandma = Place("chez Mamie", "", nickname="chez Mamie")
    assert said(at(12, 20, grandma), at(12, 23, grandma))[1] == (
        "Une soirée chez Mamie, 12 octobre 2024"
    )


places = st.sampled_from([None, LYON, DIJON, BEAUNE, NANTES])
facts = st.builds(at, st.integers(1, 31), st.none() | st.integers(0, 23), places)


@given(st.lists(facts, max_size=8))
def test_a_title_never_names_a_town_or_a_day_that_nothing_shows(given_: list[Facts]) -> None:
    title = title_of(given_)
    if title is None:
        assert not any(one.place or one.taken for one in given_)
        return
    assert set(title.places) <= {one.place for one in given_}
    if title.period:
        days = [one.taken.first for one in given_ if one.taken]
        assert min(days) == title.period.first
        assert title.period.last <= max(days)
    assert say_title(title, "en")
    assert say_title(title, "fr")


@given(st.lists(facts, min_size=1, max_size=8))
def test_a_weekend_has_a_saturday_and_a_sunday(given_: list[Facts]) -> None:
    title = title_of(given_)
    if title and title.kind is TitleKind.WEEKEND:
        assert {5, 6} <= {one.taken.first.weekday() for one in given_ if one.taken}


def test_days_away_from_home_are_one_journey() -> None:
    home = [[at(day, 10, NANTES)] for day in (1, 2, 3, 4)]
    away = [[at(12, 10, DIJON)], [at(13, 9, LYON)], [at(13, 15, LYON)]]
    assert journeys([*home, *away, [at(20, 9, NANTES)]]) == [[0], [1], [2], [3], [4, 5, 6], [7]]


def test_where_nobody_knows_which_town_is_home_only_a_weekend_in_one_town_is_together() -> None:
    assert journeys([[at(12, 10, DIJON)], [at(13, 9, LYON)]]) == [[0], [1]]
    assert journeys([[at(12, 10, LYON)], [at(13, 9, LYON)]]) == [[0, 1]]
    assert journeys([[at(15, 10, LYON)], [at(16, 9, LYON)]]) == [[0], [1]]


def test_a_day_without_a_picture_ends_a_journey() -> None:
    home = [[at(day, 10, NANTES)] for day in (1, 2, 3, 4, 5)]
    assert journeys([*home, [at(12, 10, LYON)], [at(14, 10, LYON)]])[5:] == [[5], [6]]


def test_without_any_date_a_title_is_a_town() -> None:
    assert title_of([Facts(None, LYON)]) == Title(TitleKind.PLAIN, (LYON,), None)


def test_without_any_date_one_place_says_nothing_of_the_others() -> None:
    assert title_of([Facts(None, LYON), Facts(None, None)]) is None


def test_moments_of_one_journey_know_all_of_it_and_one_alone_knows_none() -> None:
    saturday, sunday, later = [at(12, 10, LYON)], [at(13, 9, LYON)], [at(20, 9, NANTES)]
    whole = (*saturday, *sunday)
    assert journeys_around([saturday, sunday, later]) == [whole, whole, ()]
    assert said(*whole)[1] == "Week-end à Lyon, 12–13 octobre 2024"
