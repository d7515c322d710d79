"""Paper and ink, whatever the photos' hues."""

from math import pi

from hypothesis import given
from hypothesis import strategies as st

from bot.collage.themes import THEMES
from bot.pixels.tones import (
    BLACK,
    LEAST_CONTRAST,
    WARM_HUE,
    WHITE,
    contrast,
    dominant_hue,
    readable,
)

hues = st.floats(-pi, pi)
colours = st.tuples(*[st.integers(0, 255)] * 3)


@given(hues, st.sampled_from(list(THEMES)))
def test_titles_read_on_their_paper_at_every_hue(hue: float, theme: str) -> None:
    paper, ink = THEMES[theme].paper.at(hue), THEMES[theme].ink.at(hue)

    assert contrast(ink, paper) >= LEAST_CONTRAST
    assert readable(ink, [paper]) == ink


@given(colours, colours)
def test_contrast_is_symmetric_and_between_1_and_21(
    one: tuple[int, int, int], other: tuple[int, int, int]
) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.01


def test_black_on_white_is_21() -> None:
    assert round(contrast(BLACK, WHITE), 2) == 21.0


def test_grey_photos_get_warm_paper() -> None:
    assert dominant_hue([[0.0] * 24]) == WARM_HUE


def test_the_strongest_hue_of_all_photos_wins() -> None:
    blue = [0.0] * 24
    blue[5] = 1.0

    assert dominant_hue([blue, blue, [1 / 24] * 24]) == -pi + 5.5 * pi / 12
