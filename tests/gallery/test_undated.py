"""Undated media of an album: they join what they lie between, never what is not there."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gallery.moment_item import MomentItem
from bot.gallery.undated import place_undated
from tests.gallery.test_moments import NOON, look, taken


def item(
    key: int, moment: int | None, axis: int = 0, *, is_drawn: bool = False
) -> MomentItem[int]:
    """moment: counted in days; None for what has no date."""
    when = None if moment is None else taken(NOON + timedelta(days=moment, minutes=key))
    return MomentItem(key, when, likeness=look(axis), album="a", order=key, is_drawn=is_drawn)


def placed(*album: MomentItem[int]) -> dict[int, int]:
    """The day of the moment that each undated media joins."""
    known = {one.key: (one.begin - NOON).days for one in album if one.taken}
    return place_undated(album, known)


def test_what_lies_between_two_of_a_moment_belongs_to_it() -> None:
    album = [item(0, 0), item(1, None, 1), item(2, 0), item(3, 5), item(4, None, 2), item(5, 5)]
    assert placed(*album) == {1: 0, 4: 5}


def test_between_two_moments_looks_decide_and_a_screenshot_joins_neither() -> None:
    album = [item(0, 0, 1), item(1, None, 1), item(2, 5, 2)]
    assert placed(*album) == {1: 0}
    assert placed(album[0], item(1, None, 3), album[2]) == {}
    assert placed(item(0, 0), item(1, None, 1, is_drawn=True), item(2, 0)) == {}


def test_a_folder_without_any_date_stays_undated() -> None:
    assert placed(*(item(key, None, key) for key in range(4))) == {}


@settings(max_examples=30)
@given(st.lists(st.tuples(st.none() | st.integers(0, 3), st.integers(0, 5)), max_size=12))
def test_only_what_has_no_date_moves_and_only_into_moments_that_are_there(
    album: list[tuple[int | None, int]],
) -> None:
    found = placed(*(item(key, moment, axis) for key, (moment, axis) in enumerate(album)))
    assert set(found) <= {key for key, (moment, _) in enumerate(album) if moment is None}
    assert set(found.values()) <= {moment for moment, _ in album}
