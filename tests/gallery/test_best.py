"""The best of several alike: sharp, well lit, everyone whole, large."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.gallery.best import is_whole_face, is_whole_person, worth
from bot.pixels.geometry import Box, Size
from bot.vision.sight import Quality, Sight
from tests.memories.media import sight

FACE, OTHER = Box(0.3, 0.2, 0.4, 0.35), Box(0.6, 0.2, 0.7, 0.35)
shares = st.floats(0, 1)


def seen(*faces: Box, people: tuple[Box, ...] = (), **of_sight: object) -> Sight:
    return replace(sight(), faces=faces, people=people, **of_sight)  # type: ignore[arg-type]  # fields by name


def test_a_face_at_the_edge_is_cut_and_feet_may_be() -> None:
    assert is_whole_face(FACE)
    assert not is_whole_face(Box(0.9, 0.2, 1.0, 0.35))
    assert is_whole_person(Box(0.2, 0.1, 0.5, 1.0))
    assert not is_whole_person(Box(0.0, 0.1, 0.3, 1.0))


def test_where_everyone_is_whole_and_seen_is_better() -> None:
    cut = Box(0.93, 0.2, 1.0, 0.35)
    assert worth(seen(FACE, OTHER)) > worth(seen(FACE, cut))
    assert worth(seen(FACE, OTHER)) > worth(seen(FACE))
    whole, gone = Box(0.1, 0.1, 0.4, 1.0), Box(0.0, 0.1, 0.2, 1.0)
    assert worth(seen(people=(whole,))) > worth(seen(people=(gone,)))


def test_between_equals_the_larger_is_better() -> None:
    assert worth(seen(size=Size(4000, 3000))) > worth(seen(size=Size(1280, 960)))


@given(shares, shares, shares, shares)
def test_sharper_and_better_lit_is_never_worse(
    sharp: float, sharper: float, lit: float, better: float
) -> None:
    low, high = sorted((sharp, sharper))
    dim, bright = sorted((lit, better))
    poor, good = Quality(low, dim, 0.5), Quality(high, bright, 0.5)
    assert worth(seen(quality=poor)) <= worth(seen(quality=good)) <= 1
    assert worth(seen(quality=poor)) >= 0
