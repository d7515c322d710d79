from datetime import UTC, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from bot.telegram.albums import ALBUM_PATIENCE, ALBUM_PAUSE, LATE_APART, album_due, late_due

START = datetime(2026, 5, 1, 12, tzinfo=UTC)


def test_an_album_waits_a_second_after_its_last_part() -> None:
    last = START + timedelta(seconds=3)
    assert album_due(START, last, 4) == last + ALBUM_PAUSE


def test_a_full_album_waits_for_nothing() -> None:
    assert album_due(START, START, 10) == START


@given(st.integers(0, 100_000), st.integers(1, 12))
def test_patience_ends_and_no_part_is_looked_at_before_it_came(after_ms: int, parts: int) -> None:
    last = START + timedelta(milliseconds=after_ms)
    due = album_due(START, last, parts)
    assert last <= due <= max(START + ALBUM_PATIENCE, last)


@given(st.integers(0, 100_000_000))
@example(171_996)
def test_a_late_part_waits_a_second_at_least_and_a_minute_or_so_at_most(after_ms: int) -> None:
    last = START + timedelta(milliseconds=after_ms)
    wait = late_due(START, last) - last
    assert ALBUM_PAUSE - timedelta(microseconds=1) <= wait <= LATE_APART + 2 * ALBUM_PAUSE


@given(st.integers(20, 1_000))
def test_an_album_that_never_ends_is_answered_ever_more_rarely(gap_ms: int) -> None:
    """Five minutes of parts: each moment at which it is looked at is one answer."""
    parts = range(0, 300_000, gap_ms)
    looks = {late_due(START, START + timedelta(milliseconds=part)) for part in parts}
    assert len(looks) <= 18
