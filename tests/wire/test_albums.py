from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.albums import ALBUM_PATIENCE, ALBUM_PAUSE, album_due

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
