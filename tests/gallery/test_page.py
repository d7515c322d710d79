"""Drawn pages: no face cut, numbers inside, sizes as announced, the same bytes again."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.gallery.page import (
    Cell,
    Heading,
    Strip,
    cell_size,
    columns_for,
    contact_sheet,
    strip_sizes,
    year_strips,
)
from bot.gallery.page_ink import BADGE, INK, MARGIN, PAPER, WIDE
from bot.gallery.thumb import thumb
from bot.gallery.window import middle, window
from bot.pixels.encode import encode_jpeg
from bot.pixels.geometry import Box, Size
from bot.pixels.small import small
from bot.vision.sight import PROFILE_BINS
from tests.gallery.sights import sight

LONG = "Week-end à Saint-Jean-Pied-de-Port et environs, du 30 septembre au 14 octobre 2024"
aspects = st.floats(0.3, 3.5)
starts = st.floats(0, 0.9)


@st.composite
def faces(draw: st.DrawFn) -> Box:
    left, top = draw(starts), draw(starts)
    wide, high = draw(st.floats(0.02, 0.3)), draw(st.floats(0.02, 0.3))
    return Box(left, top, min(1.0, left + wide), min(1.0, top + high))


@given(aspects, aspects, st.lists(faces(), max_size=5))
def test_a_thumbnail_holds_every_face_whole_or_the_picture_is_shown_whole(
    picture: float, cell: float, found: list[Box]
) -> None:
    part = window(sight(Size(round(1000 * picture), 1000), tuple(found)), cell)

    if part is None:
        assert found  # without a face there is always a window
        return
    assert 0 <= part.left < part.right <= 1
    assert 0 <= part.top < part.bottom <= 1
    for face in found:
        assert part.left <= face.left + 1e-9
        assert face.right <= part.right + 1e-9
        assert part.top <= face.top + 1e-9
        assert face.bottom <= part.bottom + 1e-9


@given(aspects, aspects)
def test_a_window_has_the_cells_shape_with_or_without_eyes(picture: float, cell: float) -> None:
    size = Size(round(1000 * picture), 1000)
    for part in (window(sight(size), cell), middle(size.aspect, cell)):
        assert part is not None
        shape = part.width / part.height * size.aspect
        assert shape == pytest.approx(cell, rel=0.021)


@given(st.integers(0, PROFILE_BINS - 1))
def test_a_window_goes_where_the_eye_goes(where: int) -> None:
    across = tuple(float(k == where) for k in range(PROFILE_BINS))
    part = window(sight(Size(3000, 1000), across=across), 1.0)

    assert part is not None
    assert part.left - 1e-9 <= where / PROFILE_BINS
    assert (where + 1) / PROFILE_BINS <= part.right + 1e-9


@given(st.integers(1, 12), st.lists(aspects, min_size=12, max_size=12))
def test_cells_fit_side_by_side_and_a_telegram_photo(count: int, shapes: list[float]) -> None:
    cell = cell_size(count, shapes[:count])
    assume(cell.height)
    columns = columns_for(count)
    rows = -(-count // columns)

    assert columns * cell.width <= WIDE - 2 * MARGIN
    assert WIDE + 300 + rows * (cell.height + 100) <= 10_000
    assert WIDE / (300 + rows * (cell.height + 100)) > 1 / 20


@settings(max_examples=6, deadline=None)
@given(st.integers(1, 12), st.sampled_from(["", "2024", LONG]), st.sampled_from(["", "Lyon"]))
def test_a_sheet_is_as_wide_as_a_chat_shows_and_the_same_again(
    count: int, title: str, words: str
) -> None:
    size = cell_size(count, [1.0] * count)
    cells = [_cell(number, size, words) for number in range(1, count + 1)]

    drawn = contact_sheet(Heading(title, words), cells, size)

    assert small(drawn, 10_000).shape[1] == WIDE
    assert b"Exif" not in drawn
    assert drawn == contact_sheet(Heading(title, words), cells, size)


def test_numbers_lie_inside_their_pictures_and_can_be_read() -> None:
    size = cell_size(4, [1.0] * 4)
    plain = [Cell(_jpeg(size, 90)) for _ in range(4)]
    numbered = [_cell(number, size) for number in range(1, 5)]
    before, after = (
        small(contact_sheet(Heading(""), some, size), 10_000).astype(int)
        for some in (plain, numbered)
    )

    changed = np.abs(before - after).max(axis=2) > 60
    rows, columns = np.nonzero(changed)
    for y, x in ((rows.min(), columns.min()), (rows.max(), columns.max())):
        within_x, within_y = (x - MARGIN) % (size.width + 16), (y - MARGIN) % (size.height + 16)
        assert 0 <= within_x < 12 + BADGE + 8
        assert 0 <= within_y < 12 + BADGE + 8
    disc = after[MARGIN + 12 : MARGIN + 12 + BADGE, MARGIN + 12 : MARGIN + 12 + BADGE]
    assert np.abs(disc - PAPER).sum(axis=2).min() < 30
    assert np.abs(disc - INK).sum(axis=2).min() < 60


def test_years_stand_as_strips_below_one_another() -> None:
    cover, beside = strip_sizes()
    cells = (Cell(_jpeg(cover, 40)), Cell(None, is_film=True), Cell(_jpeg(beside, 200)))
    one = year_strips(Heading("Votre galerie"), [Strip("2024", "3 images", cells)])
    two = year_strips(Heading("Votre galerie"), [Strip("2024", "3 images", cells)] * 2)

    first, both = (small(page, 10_000).shape for page in (one, two))
    assert first[1] == both[1] == WIDE
    assert both[0] - first[0] > beside.height


@pytest.mark.parametrize("size", [Size(900, 300), Size(300, 900), Size(500, 500)])
def test_a_thumbnail_has_its_cells_size_and_blurred_tells_nothing(size: Size) -> None:
    dots = np.indices((size.height, size.width)).sum(axis=0) // 6 % 2 * 255
    data = encode_jpeg(np.repeat(dots[..., None].astype(np.uint8), 3, axis=2))
    cell = Size(240, 180)
    sharp, soft = (
        small(thumb(data, seen, cell, is_blurred), 10_000)
        for seen, is_blurred in ((sight(size), False), (None, True))
    )

    assert sharp.shape == soft.shape == (180, 240, 3)
    assert soft.std() < 12 < sharp.std()


def _cell(number: int, size: Size, words: str = "") -> Cell:
    return Cell(_jpeg(size, 90), words, "", number)


def _jpeg(size: Size, grey: int) -> bytes:
    return encode_jpeg(np.full((size.height, size.width, 3), grey, np.uint8))
