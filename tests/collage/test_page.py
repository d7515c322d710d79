"""The laws of a page, whatever is given."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.collage.page import MOST_PHOTOS, Laid, lay_out
from bot.collage.plan import PixelBox, PlanPhoto, Reason, visible_share
from bot.collage.themes import MOSAIC_LIGHT, SQUARE, STORY, WIDE, Shape
from bot.pixels.geometry import Box
from bot.vision.sight import Quality
from tests.collage.sights import albums, photos, sight

MARGIN = 0.02
LEAST_SIDE = 0.11

slow = settings(
    max_examples=12,  # of whole albums, up to 24 photos each
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
shapes = st.sampled_from([SQUARE, STORY, WIDE])


def laid_out(album: list[PlanPhoto], shape: Shape = SQUARE, *, seed: int = 1) -> Laid:
    return lay_out(album, shape, MOSAIC_LIGHT, band_pixels=120, seed=seed)


def corners(box: PixelBox) -> tuple[int, int, int, int]:
    return box.left, box.top, box.left + box.width, box.top + box.height


@slow
@given(albums(), shapes)
def test_no_face_is_cut_or_lost_and_nobody_is_stretched(
    album: list[PlanPhoto], shape: Shape
) -> None:
    laid = laid_out(album, shape)
    sights = {photo.key: photo.sight for photo in album}

    for cell in laid.cells:
        assert all(visible_share(cell, face) > 0.99 for face in sights[cell.key].faces)
        assert cell.on_page.size.aspect == pytest.approx(cell.of_source.size.aspect, rel=0.03)


@slow
@given(albums(), shapes)
def test_cells_fill_their_block_exactly_within_the_margins_and_none_is_a_crumb(
    album: list[PlanPhoto], shape: Shape
) -> None:
    laid = laid_out(album, shape)
    shorter = min(shape.page.width, shape.page.height)
    gap, margin = round(0.0095 * shorter), round(MARGIN * shorter)
    left, top, right, bottom = corners(laid.block)
    free = max(margin, shape.clear_pixels)

    assert left >= margin
    assert right <= shape.page.width - margin
    assert top >= free + 120
    assert bottom <= shape.page.height - free
    assert fills(laid.block, [cell.on_page for cell in laid.cells], gap)
    if len(laid.cells) > 1:
        sides = [min(cell.on_page.width, cell.on_page.height) for cell in laid.cells]
        assert min(sides) >= LEAST_SIDE * shorter


def fills(block: PixelBox, cells: list[PixelBox], gap: int) -> bool:
    """One cell is the block; more are cut apart by one gap from edge to edge, and so on."""
    if len(cells) == 1:
        return cells == [block]
    left, top, right, bottom = corners(block)
    for cut in sorted({cell.left + cell.width for cell in cells} - {right}):
        one = [cell for cell in cells if cell.left + cell.width <= cut]
        other = [cell for cell in cells if cell.left >= cut + gap]
        if len(one) + len(other) == len(cells) and one and other:
            first = PixelBox(left, top, cut - left, block.height)
            second = PixelBox(cut + gap, top, right - cut - gap, block.height)
            return fills(first, one, gap) and fills(second, other, gap)
    for cut in sorted({cell.top + cell.height for cell in cells} - {bottom}):
        one = [cell for cell in cells if cell.top + cell.height <= cut]
        other = [cell for cell in cells if cell.top >= cut + gap]
        if len(one) + len(other) == len(cells) and one and other:
            first = PixelBox(left, top, block.width, cut - top)
            second = PixelBox(left, cut + gap, block.width, bottom - cut - gap)
            return fills(first, one, gap) and fills(second, other, gap)
    return False


@settings(slow, max_examples=6)
@given(albums(most=10), st.integers(0, 2**32))
def test_the_same_seed_lays_out_the_same_page(album: list[PlanPhoto], seed: int) -> None:
    assert laid_out(album, seed=seed) == laid_out(album, seed=seed)


@slow
@given(albums(least=1))
def test_every_photo_is_on_the_page_once_or_left_out_with_a_reason(
    album: list[PlanPhoto],
) -> None:
    laid = laid_out(album)

    told = [cell.key for cell in laid.cells] + [left.key for left in laid.left_out]
    assert sorted(told) == sorted(photo.key for photo in album)
    assert laid.cells


def test_photos_without_faces_fill_the_whole_area_between_the_margins() -> None:
    laid = laid_out(photos(*(sight(grain=place + 1) for place in range(7))))

    assert corners(laid.block) == (51, 51 + 120, 2560 - 51, 2560 - 51)


def test_a_near_twin_is_left_out_and_comes_back_when_asked() -> None:
    sharp, soft = Quality(0.9, 0.9, 0.9), Quality(0.1, 0.1, 0.1)
    album = photos(sight(grain=1, quality=soft), sight(grain=1, quality=sharp), sight(grain=2))

    laid = laid_out(album)
    brought_back = lay_out(
        album, SQUARE, MOSAIC_LIGHT, band_pixels=0, seed=1, kept_twins=frozenset({"0.jpg"})
    )

    assert [(left.key, left.reason, left.shown_instead) for left in laid.left_out] == [
        ("0.jpg", Reason.TWIN, "1.jpg")
    ]
    assert len(brought_back.cells) == 3


def test_one_photo_is_framed_whole() -> None:
    laid = laid_out(photos(sight(3000, 1000)))

    (cell,) = laid.cells
    assert cell.of_source == PixelBox(0, 0, 3000, 1000)
    assert cell.on_page.size.aspect == pytest.approx(3.0, rel=0.01)


def test_photos_all_alike_make_a_page_when_they_are_kept() -> None:
    album = photos(*(sight(grain=1) for _ in range(9)))
    keys = frozenset(photo.key for photo in album)

    laid = lay_out(album, SQUARE, MOSAIC_LIGHT, band_pixels=0, seed=1, kept_twins=keys)

    assert len(laid.cells) == 9


def test_the_chosen_hero_is_the_largest() -> None:
    album = photos(*(sight(grain=place + 1) for place in range(6)))

    laid = lay_out(album, SQUARE, MOSAIC_LIGHT, band_pixels=0, seed=1, hero="4.jpg")

    assert max(laid.cells, key=lambda cell: cell.on_page.area).key == "4.jpg"


def test_the_hero_of_a_story_takes_two_fifths_of_its_photos() -> None:
    album = photos(*(sight(3000, 4000, grain=place + 1) for place in range(9)))

    laid = laid_out(album, STORY)

    assert max(cell.on_page.area for cell in laid.cells) >= 0.40 * laid.block.area


def test_more_photos_than_a_page_takes_leave_the_least_important_out() -> None:
    laid = laid_out(photos(*(sight(grain=place + 1) for place in range(30))))

    assert len(laid.cells) == MOST_PHOTOS
    assert {left.reason for left in laid.left_out} == {Reason.NO_ROOM}


def test_reading_order_follows_time_where_it_costs_nothing() -> None:
    album = [PlanPhoto(f"{day}.jpg", sight(grain=day), date(2019, 8, day)) for day in range(1, 10)]

    laid = laid_out(album)

    days = {photo.key: photo.taken for photo in album if photo.taken}
    upper = [days[cell.key].day for cell in laid.cells if cell.on_page.top < 1000]
    lower = [days[cell.key].day for cell in laid.cells if cell.on_page.top >= 1600]
    assert sum(upper) / len(upper) < sum(lower) / len(lower)


def test_a_crowd_of_faces_from_edge_to_edge_is_shown_whole() -> None:
    """Nothing can be cropped at all, so the block may leave wider margins."""
    edge_to_edge = (Box(0.0, 0.0, 0.2, 0.2), Box(0.8, 0.8, 1.0, 1.0))
    album = photos(*(sight(4000, 3000, faces=edge_to_edge, grain=place) for place in (1, 2)))

    laid = laid_out(album)

    assert len(laid.cells) == 2
    assert all(cell.of_source == PixelBox(0, 0, 4000, 3000) for cell in laid.cells)


def test_nothing_to_lay_out_is_a_bug() -> None:
    with pytest.raises(ValueError, match="needs a photo"):
        laid_out([])
