"""The certificate tells the truth, also about plans that ours would never be."""

from dataclasses import replace

import pytest

from bot.collage.certificate import certify
from bot.collage.compose import compose
from bot.collage.plan import PixelBox, Plan
from bot.collage.themes import MOSAIC_LIGHT, SQUARE
from bot.pixels.geometry import Box
from bot.vision.sight import Sight
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


def test_half_a_face_is_cut() -> None:
    found = certify(*one_photo(PixelBox(500, 0, 500, 1000)))

    assert (found.faces_cut, found.faces_lost) == (1, 0)
    assert found.crop_loss == 0.5
    assert found.kept_mean == pytest.approx(0.5, abs=0.01)


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
