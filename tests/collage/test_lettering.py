"""Titles as people write them, in the shapes of pages."""

from dataclasses import replace
from itertools import cycle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import features

from bot.collage.draft import lacks_emoji
from bot.collage.lettering import letters_for
from bot.collage.lettering_ink import draw, draw_words
from bot.collage.lettering_line import Line, ink_box
from bot.collage.lettering_shade import legible
from bot.collage.lettering_words import SMALLEST_SHARE, words_for
from bot.collage.plan import Anchor, Letters, PixelBox, Words
from bot.collage.themes import SHAPES, SQUARE, STORY, Shape
from bot.pixels.emoji import clusters, runs
from bot.pixels.fonts import emoji_font, face_for
from bot.pixels.tones import LEAST_CONTRAST, contrast
from bot.pixels.typefaces import Role, tidied
from tests.collage.titles import TITLES

shapes = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
colours = st.tuples(*[st.integers(0, 255)] * 3)


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
    title = "Week-end à la mer 🌊 avec Léo ❤️ !"
    without = "Week-end à la mer avec Léo\u202f!"

    assert lettered(title).lines == (tidied(title) if emoji_font() else without,)
    assert lacks_emoji(title, lettered(title)) is (emoji_font() is None)  # and it is said
    assert not lacks_emoji(without, lettered(without))


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

    behind = page[letters.baselines[0], 1280 - letters.size_pixels * 2]
    best = max(contrast(colour(one), colour(behind)) for one in page.reshape(-1, 3)[::7])
    assert best >= LEAST_CONTRAST


def colour(pixel: NDArray[np.uint8]) -> tuple[int, int, int]:
    red, green, blue = pixel.tolist()
    return red, green, blue


def test_no_title_is_clipped_or_small_in_any_shape() -> None:
    """Two hundred and more, each in one of the shapes, by its measured ink."""
    assert len(TITLES) >= 200
    for title, shape in zip(TITLES, cycle(SHAPES.values()), strict=False):
        letters = letters_for(title, shape, Role.COVER if "L" in title else Role.TITLE)
        if letters is None:
            assert face_for(title) is None
            continue
        assert letters.size_pixels >= SMALLEST_SHARE * shape.page.height
        for text, baseline in zip(letters.lines, letters.baselines, strict=True):
            ink = ink_box(Line(text, letters.face, letters.size_pixels, Anchor.MIDDLE))
            assert ink.width <= 0.96 * shape.page.width, title
            assert baseline + ink.top >= 0, title
            assert baseline + ink.top + ink.height <= letters.band_pixels, title


@settings(max_examples=60, deadline=None)
@given(st.lists(colours, min_size=1, max_size=6), colours, st.integers(0, 40))
def test_on_any_photo_letters_are_read_on_every_pixel_behind_them(
    behind: list[tuple[int, int, int]], ink: tuple[int, int, int], noise: int
) -> None:
    dice = np.random.default_rng(1)
    tiles = np.array(behind, np.int16)[dice.integers(0, len(behind), (40, 60))]
    rough = tiles + dice.integers(-noise, noise + 1, tiles.shape)
    page = np.clip(rough, 0, 255).astype(np.uint8).repeat(4, 0).repeat(4, 1)
    box = PixelBox(60, 50, 100, 40)
    chosen = legible(page, [box], ink, 40, PixelBox(0, 0, 240, 160))

    seen = page[50:90, 60:160].reshape(-1, 3)
    assert all(contrast(chosen, colour(one)) >= LEAST_CONTRAST for one in seen[::31])


@pytest.mark.parametrize("degrees", [0, -4, 6, 90])
def test_turned_words_are_whole(degrees: int) -> None:
    page = np.full((600, 600, 3), 255, np.uint8)
    words = Words("12 août 2019", "caveat", 60, 300, 300, (0, 0, 0), Anchor.MIDDLE)
    draw_words(page, replace(words, turn_degrees=degrees))
    flat = np.full((600, 600, 3), 255, np.uint8)
    draw_words(flat, words)

    ink, whole = (255.0 - page).sum(), (255.0 - flat).sum()
    assert ink == pytest.approx(whole, rel=0.02)


@given(st.text(st.sampled_from("aeéWœ 🌊’,-0123"), max_size=80), st.integers(60, 900))
def test_small_words_stay_within_their_width_and_above_the_least_size(
    text: str, widest: int
) -> None:
    small = words_for(text, Role.PLAIN, size_pixels=70, smallest_pixels=42, widest_pixels=widest)
    if small is None:
        return
    assert small.width <= widest + 1
    assert 42 <= small.size_pixels <= 70


def test_an_emoji_is_one_whatever_it_is_made_of() -> None:
    text = "Léo 👨‍👩‍👧 ❤️ 🇫🇷 👍🏽 1️⃣ © ♥"

    assert [run.text for run in runs(text) if run.is_emoji] == [
        "👨‍👩‍👧", "❤️", "🇫🇷", "👍🏽", "1️⃣",
    ]  # fmt: skip
    assert "".join(run.text for run in runs(text)) == text
    assert clusters("é🇫🇷a") == ["é", "🇫🇷", "a"]


def test_every_role_writes_every_script_that_titles_come_in() -> None:
    for role in Role:
        assert face_for("Été", role)
        assert face_for("Ελλάδα", role)
    if features.check("raqm"):
        assert {face_for("שבת", role) for role in Role} == {"heebo"}
        assert {face_for("عيد", role) for role in Role} == {"noto-sans-arabic"}


def test_leaning_words_are_not_shaded_for_what_is_only_beside_them() -> None:
    page = np.full((400, 400, 3), 250, np.uint8)
    page[:180, 270:] = 0  # above the right end of words that lean down to it
    draw_words(page, Words("8 octobre", "inter", 40, 200, 210, (52, 46, 62), Anchor.MIDDLE, 12))

    assert (page[300:] == 250).all()
    assert (page[190:300].min(axis=2) < 100).any()
