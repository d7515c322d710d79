"""What a cell shows of a photo."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.collage.crop import croppable, window
from bot.pixels.geometry import Box
from bot.vision.sight import Sight
from tests.collage.sights import sight, sights


@given(sights(), st.floats(0, 1))
def test_within_its_limits_a_crop_spares_every_face(seen: Sight, part: float) -> None:
    limits = croppable(seen)
    bend = limits.narrowest + part * (limits.widest - limits.narrowest)
    shown = window(seen, seen.size.aspect * exp(bend))

    for face in seen.faces:
        assert shown.left <= face.left + 1e-6
        assert face.right - 1e-6 <= shown.right
        assert shown.top <= face.top + 1e-6
        assert face.bottom - 1e-6 <= shown.bottom


@given(sights(), st.floats(0.3, 3))
def test_a_window_is_inside_its_photo_and_whole_along_one_side(seen: Sight, aspect: float) -> None:
    shown = window(seen, aspect)

    assert 0 <= shown.left < shown.right <= 1
    assert 0 <= shown.top < shown.bottom <= 1
    assert (shown.left, shown.right) == (0, 1) or (shown.top, shown.bottom) == (0, 1)


@pytest.mark.parametrize("middle", [0.2, 0.5, 0.8])
def test_the_window_goes_where_the_eye_does(middle: float) -> None:
    shown = window(sight(4000, 2000, middle=(middle, 0.5)), 1.2)

    assert shown.left < middle < shown.right
    assert abs((shown.left + shown.right) / 2 - min(max(middle, 0.3), 0.7)) < 0.1


def test_hair_and_chin_are_kept_where_they_can_be() -> None:
    portrait = sight(3000, 4000, faces=(Box(0.4, 0.15, 0.6, 0.3),), middle=(0.5, 0.9))

    assert window(portrait, 1.0).top <= 0.15 - 0.4 * 0.15


@given(sights(), st.floats(0, 1), st.integers(1, 6))
def test_another_take_is_of_the_same_shape_and_spares_every_face(
    seen: Sight, part: float, take: int
) -> None:
    limits = croppable(seen)
    bend = limits.narrowest + part * (limits.widest - limits.narrowest)
    first = window(seen, seen.size.aspect * exp(bend))
    shown = window(seen, seen.size.aspect * exp(bend), take)

    assert shown.width / shown.height == pytest.approx(first.width / first.height, rel=0.02)
    assert shown.width <= first.width + 1e-9
    assert 0 <= shown.left < shown.right <= 1 + 1e-9
    assert 0 <= shown.top < shown.bottom <= 1 + 1e-9
    for face in seen.faces:
        assert shown.left <= face.left + 1e-6
        assert face.right - 1e-6 <= shown.right
        assert shown.top <= face.top + 1e-6
        assert face.bottom - 1e-6 <= shown.bottom


def test_takes_are_other_places_then_nearer_and_come_round_again() -> None:
    panorama = sight(4000, 2000)
    shown = [window(panorama, 1.3, take) for take in range(6)]

    assert len({one.left for one in shown[:3]}) == 3
    assert min(abs(one.left - other.left) for one in shown[:1] for other in shown[1:3]) > 0.05
    assert [round(one.height, 2) for one in shown] == [1, 1, 1, 0.8, 0.65, 1]
    assert shown[5] == shown[0]


def test_a_photo_that_fits_is_shown_nearer_where_it_has_the_pixels() -> None:
    whole = window(sight(4000, 3000), 4 / 3)

    assert window(sight(4000, 3000), 4 / 3, 1).width == pytest.approx(0.8)
    assert window(sight(4000, 3000), 4 / 3, 3) == whole
    assert window(sight(360, 270), 4 / 3, 1) == whole


def test_a_face_too_large_for_a_nearer_window_is_not_cut() -> None:
    portrait = sight(3000, 4000, faces=(Box(0.1, 0.1, 0.85, 0.9),))

    assert window(portrait, 3 / 4, 1) == window(portrait, 3 / 4)
