"""Undated media of an album: they join what they lie between, never what is not there."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gallery.facts import Facts
from bot.gallery.moment_item import MomentItem
from bot.gallery.shelves import item_of
from bot.gallery.undated import place_undated
from storage.gallery import AlbumId, MediaKind, MediaRow
from storage.people import PersonId
from tests.gallery.test_moments import NOON, look, taken

NOW = datetime(2026, 11, 21, tzinfo=UTC)


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


def test_a_scan_that_nobody_dated_belongs_to_no_moment_of_its_album() -> None:
    """Neither between two of that day nor as the copy of one; with a date it is as any other."""
    owner, album = PersonId(uuid4()), AlbumId(uuid4())
    row = MediaRow(
        owner=owner, kind=MediaKind.PHOTO, album=album, arrived_at=NOW, last_used_at=NOW
    )
    dated = Facts(taken(NOON), is_scan=True)
    scan, known = (item_of(row, {row.id: one}, {}) for one in (Facts(is_scan=True), dated))

    assert (scan.album, scan.likeness) == (None, None)
    assert known.album == str(album)
    assert placed(item(0, 0), MomentItem(1, album=scan.album, order=1), item(2, 0)) == {}


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
