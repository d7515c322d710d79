"""Near-twins: found without a face, kept by importance, never lost without a word."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from PIL import Image

from bot.gallery.twins import without_twins
from bot.pixels.geometry import Size
from bot.vision.sight import Likeness, Quality, Sight

FLAT_COLOURS = bytes([5] * 48)
OTHER_COLOURS = bytes([0] * 47 + [255])


def sight(
    *, vector: bytes = b"", luminance: bytes = bytes(1024), colours: bytes = FLAT_COLOURS
) -> Sight:
    return Sight(
        size=Size(4000, 3000),
        faces=(),
        people=(),
        seen=(),
        quality=Quality(0.5, 0.5, 0.5),
        saliency_x=(1 / 64,) * 64,
        saliency_y=(1 / 64,) * 64,
        likeness=Likeness(vector, luminance, colours),
        hues=(0.0,) * 24,
    )


def vector_at(cosine: float) -> bytes:
    """A unit vector with this cosine to the first axis."""
    values = np.zeros(1280, np.float32)
    values[:2] = cosine, np.sqrt(1 - cosine**2)
    return values.astype("<f2").tobytes()


def scene(seed: int) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """A smooth random picture, larger than what is compared so that it can move."""
    dice = np.random.default_rng(seed)
    coarse = Image.fromarray(dice.integers(0, 255, (8, 8)).astype(np.uint8))
    return np.asarray(coarse.resize((40, 40), Image.Resampling.BICUBIC))


def are_twins(one: Sight, other: Sight) -> bool:
    """Whether one of the two is left out."""
    return bool(without_twins({1: one, 2: other}, {1: 1, 2: 1}).left_out)


def window(seed: int, dx: int = 0, dy: int = 0) -> bytes:
    return scene(seed)[4 + dy : 36 + dy, 4 + dx : 36 + dx].tobytes()


@pytest.mark.parametrize(("cosine", "expected"), [(0.97, True), (0.91, True), (0.89, False)])
def test_vectors_from_nine_tenths_up_are_twins(cosine: float, *, expected: bool) -> None:
    assert are_twins(sight(vector=vector_at(1)), sight(vector=vector_at(cosine))) is expected


@given(st.integers(-2, 2), st.integers(-2, 2), st.integers(0, 50))
def test_a_hand_that_moved_a_little_makes_twins_without_the_network(
    dx: int, dy: int, seed: int
) -> None:
    assert are_twins(sight(luminance=window(seed)), sight(luminance=window(seed, dx, dy)))


def test_the_same_shapes_in_other_colours_are_not_twins() -> None:
    blue = sight(luminance=window(1), colours=OTHER_COLOURS)
    assert not are_twins(sight(luminance=window(1)), blue)


@given(st.integers(0, 50), st.integers(51, 99))
def test_different_scenes_in_the_same_colours_are_not_twins(one: int, other: int) -> None:
    assert not are_twins(sight(luminance=window(one)), sight(luminance=window(other)))


def test_two_flat_pictures_say_nothing_about_each_other() -> None:
    assert not are_twins(sight(), sight(luminance=bytes([9] * 1024)))


def test_a_picture_without_a_vector_is_still_compared_by_its_shapes() -> None:
    known = sight(vector=vector_at(1), luminance=window(3))
    assert are_twins(known, sight(luminance=window(3)))


@st.composite
def libraries(draw: DrawFn) -> dict[str, Sight]:
    seeds = draw(st.lists(st.integers(0, 4), max_size=9))
    return {f"photo{n}": sight(luminance=window(seed)) for n, seed in enumerate(seeds)}


@given(libraries(), st.randoms(use_true_random=False))
def test_every_picture_is_kept_or_left_out_for_a_kept_and_no_less_important_twin(
    sights: dict[str, Sight], dice: random.Random
) -> None:
    importance = {key: dice.uniform(0, 1) for key in sights}

    choice = without_twins(sights, importance)

    assert [*choice.kept] == [key for key in sights if key not in choice.left_out]
    for left, kept in choice.left_out.items():
        assert kept in choice.kept
        assert importance[kept] >= importance[left]
        assert are_twins(sights[left], sights[kept])
    for one in choice.kept:
        for other in choice.kept:
            assert one == other or not are_twins(sights[one], sights[other])


def test_between_equals_the_first_given_stays() -> None:
    twins = {"first": sight(luminance=window(1)), "second": sight(luminance=window(1))}
    assert without_twins(twins, {"first": 1, "second": 1}).kept == ("first",)
