"""A film seen a few times is seen as one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.vision.sight import Quality, Seen, Sight
from bot.vision.together import together
from tests.vision.photos import sight

POOR, FINE = Quality(0.1, 0.5, 0.4), Quality(0.9, 0.9, 0.5)
CONCEPTS = st.lists(
    st.builds(Seen, st.sampled_from(["cat", "beach", "cake"]), st.floats(0.5, 1)), max_size=3
)


def frame(quality: Quality, *seen: Seen, sensitive: float | None = None) -> Sight:
    return replace(sight("cat"), seen=seen, quality=quality, sensitive=sensitive)


def test_the_best_picture_stands_for_the_film_and_a_passing_blur_names_nothing() -> None:
    cat, beach, cake = Seen("cat", 0.7), Seen("beach", 0.9), Seen("cake", 0.95)
    sights = [
        frame(POOR, beach),
        frame(FINE, cat, sensitive=0.1),
        frame(POOR, replace(beach, confidence=0.8), cake, sensitive=0.9),
    ]
    found = together([(one, one) for one in sights])
    assert found.best == 1
    assert found.look[0].seen == (beach, cat)
    assert found.look[0].quality == FINE
    assert found.look[0].sensitive == 0.9  # the most intimate moment decides whether to ask


@given(st.lists(CONCEPTS, min_size=1, max_size=4))
def test_nothing_is_named_that_no_picture_shows(shown: list[list[Seen]]) -> None:
    sights = [frame(FINE, *seen) for seen in shown]
    found = together([(one, one) for one in sights])
    everything = {one.concept for seen in shown for one in seen}
    names = [one.concept for one in found.look[1].seen]
    assert {one.concept for one in shown[found.best]} <= set(names) <= everything
    assert len(names) == len(set(names))


def test_faces_never_choose_the_poster() -> None:
    """Else it would have to go when they are withdrawn."""
    faceless, astronaut = frame(FINE), sight("astronaut")
    with_faces = replace(astronaut, people=(), quality=POOR)
    looks = [(faceless, faceless), (replace(with_faces, faces=()), with_faces)]
    assert together(looks).best == 0
