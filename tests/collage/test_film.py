"""Films before they are shot: faces whole at every frame, times that add up, recipes that hold."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.collage.film import (
    FADE,
    FRAMES_A_SECOND,
    SHAPES,
    SQUARE,
    STORY,
    FilmShape,
    from_json,
    to_json,
)
from bot.collage.film import FilmRecipeError as Broken
from bot.collage.film_boxes import boxes, faststart
from bot.collage.film_compose import Clip, FilmAsked, FilmMedia, compose_film
from bot.collage.film_timing import LONGEST, SHORTEST, Span, lengths, most_shots
from bot.collage.film_windows import move
from bot.collage.plan import PlanPhoto, Reason
from bot.pixels.geometry import Box, Size
from bot.vision.sight import Sight
from tests.collage.sights import sight, sights

WHOLE = 1e-9
shapes = st.sampled_from(list(SHAPES.values()))


EDGE_TO_EDGE = sight(200, 243, faces=(Box(0, 0, 0.5, 0.5), Box(0, 0.96, 0.04, 1)))


@given(seen=sights(), shape=shapes, seed=st.integers(0, 1000), still=st.booleans())
@example(seen=EDGE_TO_EDGE, shape=STORY, seed=0, still=False)
@settings(max_examples=150, deadline=None)
def test_every_face_is_whole_and_nothing_is_stretched_from_the_first_frame_to_the_last(
    seen: Sight, shape: FilmShape, seed: int, *, still: bool
) -> None:
    found = move(seen, shape.page, random.Random(seed), is_still=still)
    box = found.on_page
    assert 0 <= box.left <= box.left + box.width <= shape.page.width
    assert 0 <= box.top <= box.top + box.height <= shape.page.height
    assert not any(side % 2 for side in (box.left, box.top, box.width, box.height))
    for window in (found.begin, found.end):
        assert -WHOLE <= window.left < window.right <= 1 + WHOLE
        assert -WHOLE <= window.top < window.bottom <= 1 + WHOLE
        across = window.width * seen.size.width / box.width
        down = window.height * seen.size.height / box.height
        assert across == pytest.approx(down, rel=0.03)  # two pixels of a thin strip
        for face in seen.faces:
            assert window.left <= face.left + WHOLE
            assert window.top <= face.top + WHOLE
            assert face.right <= window.right + WHOLE
            assert face.bottom <= window.bottom + WHOLE


spans = st.lists(
    st.integers(SHORTEST, 200).map(lambda n: Span(SHORTEST, min(75, n), min(LONGEST, n)))
    | st.just(Span()),
    min_size=2, max_size=10,
)  # fmt: skip


@given(wanted=spans, seconds=st.none() | st.floats(6, 20), has_card=st.booleans())
def test_shots_last_as_long_as_they_may_and_together_what_is_asked(
    wanted: list[Span], seconds: float | None, *, has_card: bool
) -> None:
    wanted = wanted[: most_shots(seconds, has_card=has_card)]
    found = lengths(wanted, seconds=seconds, has_card=has_card)
    for span, frames in zip(wanted, found, strict=True):
        assert span.least <= frames <= span.most
    card = 60 - FADE if has_card else 0
    total = card + sum(found) - FADE * (len(found) - 1)
    assert total <= 20 * FRAMES_A_SECOND
    most = card + sum(span.most for span in wanted) - FADE * (len(wanted) - 1)
    if seconds is not None and most >= seconds * FRAMES_A_SECOND:
        assert total == round(seconds * FRAMES_A_SECOND)


def media(count: int, **clips: Clip) -> list[FilmMedia]:
    return [
        FilmMedia(PlanPhoto(str(k), sight(grain=k)), clips.get(f"clip{k}")) for k in range(count)
    ]


@pytest.mark.parametrize("count", [2, 3, 9, 16])
@pytest.mark.parametrize("title", [None, "Été à Lyon"])
def test_a_film_lasts_six_to_twenty_seconds_in_the_order_given(
    count: int, title: str | None
) -> None:
    film = compose_film(media(count), FilmAsked(STORY, title))
    assert 6 <= film.seconds <= 20
    keys = [int(shot.key) for shot in film.shots]
    assert keys == sorted(keys)
    assert len(keys) + len(film.left_out) == count
    assert (film.card is not None) is (title is not None)
    assert from_json(to_json(film)) == film
    assert compose_film(media(count), FilmAsked(STORY, title)) == film


def test_near_twins_are_left_out_and_another_cut_is_another_film() -> None:
    alike = [FilmMedia(PlanPhoto(str(k), sight(grain=k // 2))) for k in range(6)]
    film = compose_film(alike, FilmAsked(SQUARE))
    assert len(film.shots) == 3
    assert {left.reason for left in film.left_out} == {Reason.TWIN}
    again = compose_film(alike, FilmAsked(SQUARE, seed=2))
    assert again.shots != film.shots


def test_a_video_is_cut_to_its_calm_part_and_one_too_short_stands_still() -> None:
    clips = {
        "clip0": Clip(1200, 3000, Size(1280, 720)),
        "clip1": Clip(0, 900, Size(1280, 720)),
    }
    film = compose_film(media(4, **clips), FilmAsked(STORY))
    first, second = film.shots[0], film.shots[1]
    assert (first.clip_ms, first.begin) == (1200, first.end)
    assert first.frames <= 75
    assert second.clip_ms is None


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"pepite_film": 1}', "x" * 70_000])
def test_what_is_no_recipe_says_so(text: str) -> None:
    with pytest.raises(Broken):
        from_json(text)


@pytest.mark.parametrize("data", [b"abc", b"\0\0\0\x08ftyp", b"\0\0\0\x01mdat" + b"\xff" * 8])
def test_what_is_no_mp4_is_not_put_in_order(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"box|MP4"):
        faststart(data, b"")
    assert [kind for kind, _ in boxes(b"\0\0\0\x08free\0\0\0\x09mdatx")] == [b"free", b"mdat"]


def test_a_wide_group_on_a_story_lies_whole_on_its_backdrop() -> None:
    faces = tuple(Box(x, 0.4, x + 0.1, 0.55) for x in (0.05, 0.4, 0.85))
    found = move(sight(faces=faces), STORY.page, random.Random(1))
    assert found.on_page.height < STORY.page.height
    assert found.on_page.width == STORY.page.width
