"""The certificate tells the truth, also about plans that ours would never be."""

from dataclasses import replace

import pytest

from bot.collage.certificate import certify
from bot.collage.compose import compose
from bot.collage.measured import measured
from bot.collage.plan import Frame, PixelBox, Plan
from bot.collage.themes import MOSAIC_LIGHT, SQUARE
from bot.collage.turned import corners
from bot.pixels.geometry import Box
from bot.pixels.tones import contrast
from bot.vision.sight import Sight
from tests.collage.pictures import quarters, written
from tests.collage.sights import photos, sight

FACE = Box(0.4, 0.4, 0.6, 0.6)


def one_photo(part: PixelBox) -> tuple[Plan, dict[str, Sight]]:
    album = photos(sight(1000, 1000, faces=(FACE,)))
    plan = compose(album, SQUARE, theme=MOSAIC_LIGHT, title=None, seed=1)
    (cell,) = plan.cells
    return replace(plan, cells=(replace(cell, of_source=part),)), {"0.jpg": album[0].sight}


def test_a_whole_photo_loses_nothing() -> None:
    found = certify(*one_photo(PixelBox(0, 0, 1000, 1000)))

    assert (found.faces, found.faces_cut, found.faces_lost) == (1, 0, 0)
    assert found.kept_mean == pytest.approx(1)
    assert found.crop_loss == 0
    assert found.title_contrast is None
    assert not found.is_stretched


def test_half_a_face_is_cut() -> None:
    found = certify(*one_photo(PixelBox(500, 0, 500, 1000)))

    assert (found.faces_cut, found.faces_lost) == (1, 0)
    assert found.crop_loss == 0.5
    assert found.kept_mean == pytest.approx(0.5, abs=0.01)
    assert found.is_stretched, "half a photo in the place of a whole one"


def test_a_face_outside_is_lost() -> None:
    assert certify(*one_photo(PixelBox(700, 0, 300, 1000))).faces_lost == 1


def test_twins_are_named_with_the_photo_that_stands_for_them() -> None:
    album = photos(sight(grain=1), sight(grain=1), sight(grain=2))
    plan = compose(album, SQUARE, theme=MOSAIC_LIGHT, title="Lyon", seed=1)

    found = certify(plan, {photo.key: photo.sight for photo in album})

    assert found.twins == {"1.jpg": "0.jpg"}
    assert found.title_contrast is not None
    assert found.title_contrast >= 7
    assert found.fill > 0.7


def test_a_face_under_another_card_or_under_letters_counts_as_cut() -> None:
    """Half of it, then all of it: cut, then lost."""
    plan, sights = one_photo(PixelBox(0, 0, 1000, 1000))
    (cell,) = plan.cells
    at = cell.on_page
    paper = Frame(sides_pixels=4, above_pixels=4, below_pixels=4, paper=plan.paper)
    half = PixelBox(at.left, at.top, at.width, at.height // 2)
    upper = replace(cell, key="1.jpg", on_page=half, frame=paper, turn_degrees=0.5)
    both = sights | {"1.jpg": sight(1000, 500)}

    found = certify(replace(plan, cells=(cell, upper)), both)
    lettered = certify(plan, sights, letters=[corners(half)])
    hidden = certify(plan, sights, letters=[corners(at)])

    assert (found.faces_cut, lettered.faces_cut, hidden.faces_lost) == (1, 1, 1)


def test_letters_are_measured_on_the_painted_page() -> None:
    """What the certificate says of contrast is read behind the letters, not on the paper."""
    album = photos(sight(1000, 1000))
    plan = compose(album, SQUARE, theme=MOSAIC_LIGHT, title="Été à Évian", seed=1)
    found = measured(plan, {"0.jpg": written(quarters())})
    (title,) = found.letters

    assert found.contrast == pytest.approx(contrast(plan.ink, plan.paper), abs=1.5)
    assert max(y for _, y in title) <= plan.cells[0].on_page.top
    assert measured(replace(plan, title=None), {}).contrast is None
