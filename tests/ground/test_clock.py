"""A clock that can be moved, and only forward."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import MovableClock, WallClock


def test_a_moved_clock_is_ahead_of_the_wall() -> None:
    clock = MovableClock()
    clock.move(timedelta(days=30))
    assert timedelta(days=30) <= clock.now() - WallClock().now() + timedelta(seconds=5)


def test_time_is_told_in_utc() -> None:
    assert MovableClock(datetime(2024, 2, 29, tzinfo=UTC)).now().tzinfo is UTC


def test_a_clock_does_not_go_back() -> None:
    with pytest.raises(ValueError, match="forward"):
        MovableClock().move(timedelta(seconds=-1))
