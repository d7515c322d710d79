"""Titles as people write them, in the shapes of pages."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import features

from bot.collage.lettering import SMALLEST_SHARE, letters_for
from bot.collage.lettering_ink import draw
from bot.collage.plan import Letters
from bot.collage.themes import SHAPES, SQUARE, STORY, Shape
from bot.pixels.tones import LEAST_CONTRAST, contrast
from bot.pixels.typefaces import tidied

shapes = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


def drawn(letters: Letters, shape: Shape) -> NDArray[np.bool_]:
    """The ink of the title on white, as a mask."""
    page = np.full((letters.band_pixels + 50, shape.page.width, 3), 255, np.uint8)
    draw(page, letters, (0, 0, 0))
    return np.asarray(page.min(axis=2) < 128)


def lettered(title: str, shape: Shape = SQUARE) -> Letters:
    letters = letters_for(title, shape)
    assert letters is not None
    return letters


@shapes
@pytest.mark.parametrize("title", ["Été à Lyon, août 2019", "Chez Mamie, à l’été 2021", "2024"])
def test_short_titles_take_one_large_line(title: str, shape: Shape) -> None:
    letters = lettered(title, shape)

    assert letters.lines == (title,)
    assert letters.size_pixels >= 0.035 * shape.page.height


@settings(max_examples=40)
@given(
    st.text(st.sampled_from("aeéè ïmWœ’,-:M0123"), max_size=200), st.sampled_from([SQUARE, STORY])
)
def test_any_title_fits_in_two_lines_between_the_margins(title: str, shape: Shape) -> None:
    letters = letters_for(title, shape)
    if letters is None:
        assert not any(character.isalnum() for character in title)
        return
    assert 1 <= len(letters.lines) <= 2
    assert letters.size_pixels >= SMALLEST_SHARE * shape.page.height
    ink = drawn(letters, shape)
    columns = np.flatnonzero(ink.any(axis=0))
    assert columns.size == 0 or columns[0] >= 0.02 * shape.page.width
    assert not ink[letters.band_pixels :].any()


def test_a_title_too_long_is_shortened_at_a_word() -> None:
    letters = lettered("Anniversaire de mariage à la campagne " * 6, STORY)

    assert len(letters.lines) == 2
    assert letters.lines[1].endswith("…")
    assert (
        letters.lines[1].removesuffix("…").split()[-1] in "Anniversaire de mariage à la campagne"
    )


def test_a_word_longer_than_the_page_is_shortened_too() -> None:
    (line,) = lettered("Anticonstitutionnellement" * 8).lines

    assert line.startswith("Anticonstitutionnellement")
    assert line.endswith("…")


def test_french_spaces_hold_and_apostrophes_are_typographic() -> None:
    assert (
        tidied("L'été : « enfin » !  Déjà ?")
        == "L’été\u00a0: «\u00a0enfin\u00a0»\u202f! Déjà\u202f?"
    )


def test_emoji_are_left_out_rather_than_shown_as_boxes() -> None:
    assert lettered("Week-end à la mer 🌊 avec Léo ❤️ !").lines == (
        "Week-end à la mer avec Léo\u202f!",
    )


@pytest.mark.parametrize("title", ["夏の思い出", "Lyon 夏", "🌊🌊", "  "])
def test_what_no_face_can_write_is_not_drawn_at_all(title: str) -> None:
    assert letters_for(title, SQUARE) is None


def test_another_face_steps_in_for_letters_the_first_one_lacks() -> None:
    assert lettered("Ελλάδα 2019").face == "inter"


def test_years_stand_on_the_line() -> None:
    """Old-style figures hang below it; lining ones do not."""
    if not features.check("raqm"):
        pytest.skip("only raqm chooses figures")
    letters = lettered("3579")

    rows = np.flatnonzero(drawn(letters, SQUARE).any(axis=1))
    assert rows[-1] <= letters.baselines[0] + 0.04 * letters.size_pixels


def test_two_accents_on_a_capital_are_not_cut_off() -> None:
    letters = lettered("Ếch")
    (baseline,) = letters.baselines
    lowered = replace(letters, baselines=(baseline + 60,), band_pixels=letters.band_pixels + 60)

    first = np.flatnonzero(drawn(lowered, SQUARE).any(axis=1))[0]
    assert baseline + 60 - first > 1.15 * letters.size_pixels  # Playfair's own shape: 1.17


@pytest.mark.parametrize("paper", [(255, 255, 255), (20, 20, 20), (120, 110, 100)])
def test_ink_that_could_not_be_read_gives_way_to_one_that_can(
    paper: tuple[int, int, int],
) -> None:
    page = np.empty((300, 2560, 3), np.uint8)
    page[:] = paper
    letters = lettered("Lyon")
    draw(page, letters, paper)

    best = max(
        contrast((int(red), int(green), int(blue)), paper)
        for red, green, blue in page.reshape(-1, 3)[::7]
    )
    assert best >= min(
        LEAST_CONTRAST, max(contrast(paper, (0, 0, 0)), contrast(paper, (255,) * 3))
    )
