"""The collage bench sees what it is there to see: faces cut, covered and whole, on any page."""

import shutil
from dataclasses import replace

import pytest

from bot.bench.collage_corpus import samples
from bot.bench.collage_faces import Faces, painted, planned
from bot.bench.collage_peers import MONTAGE, magick_grid
from bot.bench.collage_quality import with_gaps
from bot.bench.collage_sets import Drawn, drawn
from bot.collage.themes import MOSAIC_LIGHT
from bot.pixels.geometry import Box
from bot.pixels.header import probe


def a_mosaic() -> Drawn:
    """The first set that became one, small enough to paint quickly, with faces on it."""
    sets = (drawn(number, most_faces=1) for number in range(200))
    return next(
        one
        for one in sets
        if one.plan.theme == MOSAIC_LIGHT.id
        and len(one.plan.cells) < 5
        and Faces().and_(planned(one.plan, one.sights)).shown
    )


@pytest.mark.parametrize("number", range(5))
def test_the_same_number_draws_the_same_set(number: int) -> None:
    assert drawn(number) == drawn(number)


def test_a_whole_face_is_whole_by_plan_and_by_picture() -> None:
    found = a_mosaic()
    for shares in (planned(found.plan, found.sights), painted(found)):
        assert shares
        assert Faces().and_(shares) == Faces(len(shares), 0, 0)


def test_a_face_that_a_cell_cuts_or_leaves_out_is_counted_both_ways() -> None:
    """Each cell is made to show the left half of what it showed."""
    found = a_mosaic()
    [first, *others] = found.plan.cells
    part = first.of_source
    halved = replace(first, of_source=replace(part, width=part.width // 2))
    middle = (part.left + part.width / 2) / first.source.width
    top = (part.top + part.height / 2) / first.source.height
    across = Box(middle - 0.05, top - 0.05, middle + 0.05, top + 0.05)
    photos = tuple(
        replace(
            photo, sight=replace(photo.sight, faces=(across,) if photo.key == first.key else ())
        )
        for photo in found.photos
    )
    spoilt = Drawn(photos, replace(found.plan, cells=(halved, *others)))
    for shares in (planned(spoilt.plan, spoilt.sights), painted(spoilt)):
        faces = Faces().and_(shares)
        assert faces.cut + faces.lost == faces.shown == 1


def test_cells_and_gaps_are_their_block_and_a_hole_is_seen() -> None:
    found = a_mosaic()
    assert with_gaps(found.plan) == pytest.approx(1, abs=0.002)
    smaller = [
        replace(cell, on_page=replace(cell.on_page, height=cell.on_page.height - 90))
        if place == 0
        else cell
        for place, cell in enumerate(found.plan.cells)
    ]
    assert with_gaps(replace(found.plan, cells=tuple(smaller))) < 0.998


def test_a_machine_without_imagemagick_has_one_peer_less(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with magick_grid(samples(2)) as grid:
        assert grid is None


@pytest.mark.skipif(shutil.which(MONTAGE) is None, reason="ImageMagick is not here")
def test_imagemagick_lays_out_a_page_about_as_large_as_ours() -> None:
    with magick_grid(samples(4)) as grid:
        assert grid is not None
        page = probe(grid()).size
    assert min(page.width, page.height) > 2500
