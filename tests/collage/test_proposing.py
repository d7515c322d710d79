"""The theme that a moment suggests, and what speaks for it."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.collage.plan import PlanPhoto
from bot.collage.proposing import Why, propose, reasons
from bot.collage.themes import offered
from bot.pixels.geometry import Box
from bot.vision.sight import Quality
from tests.collage.sights import albums, photos, sight

DAY = date(2024, 8, 12)


def of(*facts: tuple[date | None, str | None]) -> list[PlanPhoto]:
    """Photos that differ in nothing but day and town."""
    plain = photos(*(sight(grain=place + 1) for place in range(len(facts))))
    return [
        replace(one, taken=taken, place=place)
        for one, (taken, place) in zip(plain, facts, strict=True)
    ]


def why(album: list[PlanPhoto]) -> Why | None:
    """What speaks loudest, whether that theme can be made or not."""
    return next((one.why for one in reasons(album)), None)


def every(count: int, apart_days: int) -> list[PlanPhoto]:
    return of(*((DAY + timedelta(days=place * apart_days), None) for place in range(count)))


@given(albums(most=9), st.lists(st.none() | st.dates(), min_size=9, max_size=9))
def test_only_what_can_be_made_is_proposed(
    album: list[PlanPhoto], taken: list[date | None]
) -> None:
    known = [
        replace(one, taken=day, place=str(day.year % 2) if day else None)
        for one, day in zip(album, taken, strict=False)
    ]

    assert propose(known).theme in {theme.id for theme in offered(known)}


def test_photos_that_nothing_is_known_of_make_a_mosaic() -> None:
    assert propose(of(*[(None, None)] * 5)).theme == "mosaic-light"


def test_two_photos_years_apart_are_then_and_now() -> None:
    assert why(every(2, 3000)) is Why.TWO_DATES
    assert why(every(2, 300)) is None


def test_places_day_after_day_are_a_trip_and_one_place_is_none() -> None:
    trip = [(DAY, "Porto"), (DAY, "Porto"), (DAY + timedelta(days=2), "Lisbon"), (DAY, None)]

    assert why(of(*trip)) is Why.TRIP
    assert why(of(*((day, "Porto") for day, _ in trip))) is Why.PLACE


def test_a_month_or_a_year_of_dated_photos_is_a_calendar() -> None:
    assert why(every(9, 3)) is Why.MONTH
    assert why(every(9, 30)) is Why.YEAR
    assert why(every(9, 200)) is None


def test_a_picture_far_above_the_others_is_a_cover_unless_it_has_no_room_for_letters() -> None:
    dull = sight(grain=2, quality=Quality(0.1, 0.1, 0.1))
    strong = sight(grain=1, quality=Quality(1, 1, 1))
    crowd = replace(strong, faces=(Box(0.1, 0.02, 0.6, 0.98),))

    assert why(photos(strong, dull, dull)) is Why.STRONG_PICTURE
    assert why(photos(crowd, dull, dull)) is not Why.STRONG_PICTURE
    assert why(photos(strong, dull)) is not Why.STRONG_PICTURE  # a cover of two leaves one out


def test_portraits_are_polaroids_and_a_roll_of_one_day_is_a_film_strip() -> None:
    portrait = tuple(sight(grain=n, faces=(Box(0.3, 0.2, 0.6, 0.6),)) for n in range(1, 4))

    assert why(photos(*portrait)) is Why.FACES
    assert why(every(9, 0)) is Why.SERIES
