"""Squares of about 5 km."""

from math import cos, radians

from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.cells import are_neighbours, cell

KILOMETRE = 1 / 111.2
inhabited = st.floats(-65, 72)
longitudes = st.floats(-180, 179.99)


@given(inhabited, longitudes, st.floats(-3, 3), st.floats(-3, 3))
def test_a_walk_of_four_kilometres_ends_in_a_neighbour(
    latitude: float, longitude: float, north: float, east: float
) -> None:
    there = cell(
        latitude + north * KILOMETRE, longitude + east * KILOMETRE / cos(radians(latitude))
    )
    assert are_neighbours(cell(latitude, longitude), there)


@given(inhabited, longitudes, st.sampled_from([(20, 0), (-20, 0), (0, 20), (0, -20)]))
def test_twenty_kilometres_away_is_elsewhere(
    latitude: float, longitude: float, walk: tuple[int, int]
) -> None:
    north, east = walk
    there = cell(
        latitude + north * KILOMETRE, longitude + east * KILOMETRE / cos(radians(latitude))
    )
    assert not are_neighbours(cell(latitude, longitude), there)


def test_the_date_line_is_no_border() -> None:
    assert are_neighbours(cell(-17.0, 179.999), cell(-17.0, -179.999))


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_of_the_earth_has_a_short_name(latitude: float, longitude: float) -> None:
    assert len(cell(latitude, longitude)) <= 9
