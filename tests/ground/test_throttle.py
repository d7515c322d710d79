"""A flood of one person is slowed down, told once, and costs nobody else anything."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from handlers.middleware.throttle import BURST, REFILL, Throttle

START = datetime(2026, 11, 21, tzinfo=UTC)


def test_a_flood_is_stopped_told_once_and_over_after_a_breath() -> None:
    throttle = Throttle()
    passed = [throttle.lets(1, START) for _ in range(BURST + 10)]

    assert passed == [True] * BURST + [False] * 10
    assert throttle.should_tell(1)
    assert not throttle.should_tell(1)
    assert throttle.lets(1, START + 2 * REFILL)


def test_somebody_else_is_not_slowed_down() -> None:
    throttle = Throttle()
    for _ in range(10 * BURST):
        throttle.lets(1, START)
    assert throttle.lets(2, START)


@given(st.lists(st.floats(0, 2), max_size=300))
def test_nobody_ever_gets_more_than_the_burst_and_the_refill(pauses: list[float]) -> None:
    throttle, now, passed = Throttle(), START, 0
    for pause in pauses:
        now += timedelta(seconds=pause)
        passed += throttle.lets(1, now)
    assert passed <= BURST + (now - START) / REFILL + 1
