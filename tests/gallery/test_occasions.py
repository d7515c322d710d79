"""Occasions: about the same hour, or the same scene where either picture has no time."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from bot.gallery.facts import Source, TakenAt
from bot.gallery.occasions import Occasions
from bot.gallery.twins import TwinItem
from bot.vision.sight import Likeness

NOON = datetime(2024, 10, 12, 12, tzinfo=UTC)
BEACH, SAME_BEACH, FOREST = (1.0, 0.0), (0.8, 0.6), (0.0, 1.0)


def shown(key: str, scene: tuple[float, float] | None, after: timedelta | None) -> TwinItem[str]:
    """A picture of a scene, taken so long after noon; None for what is not known."""
    at = NOON + after if after is not None else None
    taken = TakenAt(at.date(), source=Source.EXIF, time=at.time()) if at else None
    vector = np.zeros(1280, "<f2")
    vector[:2] = scene or (0, 0)
    return TwinItem(key, Likeness(vector.tobytes() if scene else b"", b"", b""), taken)


@pytest.mark.parametrize(
    ("scene", "after", "stands_for_it"),
    [
        (FOREST, timedelta(minutes=50), "at noon"),
        (FOREST, timedelta(hours=3), None),
        (SAME_BEACH, timedelta(hours=3), "some time"),
        (SAME_BEACH, None, "at noon"),
        (FOREST, None, None),
        (None, None, None),
    ],
)
def test_the_first_of_the_hour_or_of_the_scene_stands_for_a_picture(
    scene: tuple[float, float] | None, after: timedelta | None, stands_for_it: str | None
) -> None:
    known = Occasions([shown("at noon", BEACH, timedelta()), shown("some time", BEACH, None)])
    assert known.first_of(shown("asked", scene, after)) == stands_for_it


def test_a_guessed_day_is_no_time_and_nothing_stands_for_anything_in_an_empty_gallery() -> None:
    guess = TwinItem("guess", Likeness(b"", b"", b""), TakenAt(date(2024, 10, 12), is_guess=True))
    assert Occasions([shown("at noon", BEACH, timedelta())]).first_of(guess) is None
    assert Occasions[str]([]).first_of(guess) is None
