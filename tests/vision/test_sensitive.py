"""No indecent picture is needed to know that honest ones are left alone."""

from dataclasses import replace

import numpy as np
import pytest

from bot.pixels.small import small
from bot.vision import sensitive as filter_
from bot.vision.sensitive import can_tell, problem, sensitive
from bot.vision.sight import SENSITIVE_FROM
from tests.vision.photos import NAMES, PEOPLE, photo, sight

LOW = SENSITIVE_FROM / 10
SKIN = [(255, 219, 172), (224, 172, 105), (198, 134, 66), (141, 85, 36), (92, 51, 23)]


@pytest.mark.parametrize("name", NAMES)
def test_our_photos_are_far_from_being_asked_about(name: str) -> None:
    told = sight(name).sensitive
    assert told is not None
    assert told < LOW


@pytest.mark.parametrize("tone", SKIN)
def test_the_colour_of_skin_alone_says_nothing(tone: tuple[int, int, int]) -> None:
    dice = np.random.default_rng(7)
    grain = dice.normal(0, 12, (480, 640, 3))
    slope = np.linspace(0.6, 1.1, 480)[:, None, None]
    for lit in (1.0, slope):
        drawn = np.clip(np.array(tone) * lit + grain, 0, 255).astype(np.uint8)
        assert not replace(sight("cat"), sensitive=sensitive(drawn)).is_sensitive


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_a_face_that_fills_the_picture_is_a_portrait(name: str) -> None:
    (box,) = sight(name).faces
    whole = small(photo(name), 640)
    height, width = whole.shape[:2]
    top, bottom = round(box.top * height), round(box.bottom * height)
    face = whole[top:bottom, round(box.left * width) : round(box.right * width)]
    told = sensitive(np.ascontiguousarray(face))
    assert told is not None
    assert told < LOW


def test_the_network_opens_and_once_a_process() -> None:
    assert problem() is None
    sensitive(small(photo("cat"), 64))
    assert filter_._session.cache_info().misses == 1


@pytest.mark.parametrize(
    ("told", "asks"), [(None, False), (0.0, False), (0.79, False), (0.8, True), (1.0, True)]
)
def test_it_asks_from_its_makers_line_on_and_never_without_looking(
    told: float | None, *, asks: bool
) -> None:
    assert replace(sight("cat"), sensitive=told).is_sensitive is asks


def test_without_the_extra_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filter_, "PACKAGE", "no_such_package_here")
    filter_._session.cache_clear()
    try:
        assert not can_tell()
        assert sensitive(small(photo("cat"), 64)) is None
        assert problem() == "open-nsfw.onnx is not installed"
    finally:
        filter_._session.cache_clear()
