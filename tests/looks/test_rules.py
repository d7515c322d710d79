"""Looks decided: which are offered, where a painting gives way, which inks, which presets."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.looks.catalogue import OF_PEOPLE, OF_PLACES, STYLES, Look, Recipe, Strength, offered
from bot.looks.dresses import DRESSES, SHAPES, next_dress, other_shape
from bot.looks.palette import dusk_inks, own_inks, print_ink
from bot.looks.presets import PRESETS, SAFE, prompt_for
from bot.looks.shelter import FACE_SHARE, HEAD_SHARE, MOST, shelters
from bot.pixels.geometry import Box
from bot.pixels.tones import LEAST_CONTRAST, contrast
from tests.looks.photos import sight

SHARES = st.floats(0.0, 1.0)
HUES = st.lists(SHARES, min_size=24, max_size=24)
BOXES = st.builds(
    lambda left, top, wide, high: Box(left, top, min(1, left + wide), min(1, top + high)),
    st.floats(0, 0.8), st.floats(0, 0.8), st.floats(0.01, 0.9), st.floats(0.01, 0.9),
)  # fmt: skip


def test_eleven_are_offered_and_pop_colour_only_where_somebody_is_seen() -> None:
    assert offered(sight("astronaut")) == OF_PEOPLE
    assert offered(sight("palace")) == OF_PLACES
    assert len(set(OF_PEOPLE)) == len(set(OF_PLACES)) == 11
    assert Look.POP in OF_PEOPLE
    assert Look.POP not in OF_PLACES
    assert Look.STARRY not in OF_PEOPLE, "on people it was not good"


def test_every_look_can_be_reached_from_some_photo() -> None:
    assert {*OF_PEOPLE, *OF_PLACES} == set(Look) - {Look.OWN}, "which has a button of its own"


def test_what_a_network_paints_is_what_bears_the_locked_label() -> None:
    assert {look for look in Look if Recipe(look).is_painted} == {*STYLES, Look.OWN}
    assert not Recipe(Look.POP).is_painted, "its network only says where a person stands"


def test_stronger_is_more_of_the_look() -> None:
    shares = [Recipe(Look.SUN, strength).share for strength in Strength]
    assert shares == sorted(shares)
    assert shares[-1] == 1


@given(st.lists(BOXES, max_size=60), st.lists(BOXES, max_size=60))
def test_every_face_is_sheltered_and_a_crowd_is_painted_as_one(
    faces: list[Box], people: list[Box]
) -> None:
    found = shelters(replace(sight("palace"), faces=tuple(faces), people=tuple(people)))
    assert len(found) <= MOST
    assert [one.share for one in found[: len(faces)]] == [FACE_SHARE] * min(len(faces), MOST)
    for box, one in zip(faces, found, strict=False):
        assert one.across > box.width
        assert one.down > box.height


def test_where_no_face_may_be_looked_for_heads_are_sheltered_softly() -> None:
    known = sight("astronaut", faces=False)
    [one] = shelters(known)
    [person] = known.people
    assert one.share == HEAD_SHARE
    assert person.top <= one.y <= (person.top + person.bottom) / 2


@given(HUES)
def test_inks_are_far_enough_apart_to_draw_with(hues: list[float]) -> None:
    for inks in (own_inks(hues), dusk_inks(hues)):
        assert contrast(inks.shadow, inks.light) > 4.5


@given(HUES)
def test_one_ink_is_dark_enough_to_draw_with(hues: list[float]) -> None:
    assert contrast(print_ink(hues), (250, 246, 236)) > 4.5


@pytest.mark.parametrize("dress", list(DRESSES))
def test_a_card_is_read_in_every_dress(dress: str) -> None:
    assert contrast(DRESSES[dress].ink, DRESSES[dress].paper) >= LEAST_CONTRAST


def test_dresses_and_shapes_go_round() -> None:
    worn, dress = [], "paper"
    for _ in DRESSES:
        worn.append(dress)
        dress = next_dress(dress)
    assert sorted(worn) == sorted(DRESSES)
    assert dress == "paper"
    assert {other_shape(shape) for shape in SHAPES} == set(SHAPES)


def test_a_prompt_is_the_persons_words_the_manner_and_a_promise() -> None:
    assert prompt_for("a lighthouse.", None) == f"a lighthouse. {SAFE}"
    assert PRESETS["papercut"] in prompt_for("a lighthouse", "papercut")
    assert prompt_for("a lighthouse", "no such") == prompt_for("a lighthouse", None)
