from datetime import datetime, timedelta

import pytest

from bot.clock import MovableClock
from bot.sandbox.stage import Stage

HALF_A_MINUTE = timedelta(seconds=30)


class Sleeper:
    """Wants to be awake every so often, and notes how late it was woken."""

    def __init__(self, stage: Stage, every: timedelta) -> None:
        self.clock = stage.clock
        self.next = self.clock.now() + every
        self.every = every
        self.late: list[timedelta] = []
        stage.on_move(self.wake, self.wish)

    async def wish(self) -> datetime | None:
        return self.next

    async def wake(self) -> None:
        now = self.clock.now()
        if now >= self.next:
            self.late.append(now - self.next)
            self.next = now + self.every


@pytest.fixture
def stage() -> Stage:
    return Stage(MovableClock())


async def test_a_long_move_stops_wherever_somebody_has_something_to_do(stage: Stage) -> None:
    weekly, daily = Sleeper(stage, timedelta(days=7)), Sleeper(stage, timedelta(days=1))
    before = stage.clock.now()
    await stage.move_clock(timedelta(days=30, hours=1))
    assert (len(weekly.late), len(daily.late)) == (4, 30)
    assert max(*weekly.late, *daily.late) < timedelta(minutes=10)
    assert timedelta() <= stage.clock.now() - before - timedelta(days=30, hours=1) < HALF_A_MINUTE


async def test_whoever_wants_nothing_is_woken_once_at_the_end(stage: Stage) -> None:
    woken = []

    async def wake() -> None:
        woken.append(stage.clock.now())

    stage.on_move(wake)
    await stage.move_clock(timedelta(days=365))
    assert len(woken) == 1


async def test_a_wish_that_is_never_met_does_not_hold_the_clock(stage: Stage) -> None:
    stuck = Sleeper(stage, timedelta(seconds=1))
    stuck.every = timedelta()
    await stage.move_clock(timedelta(minutes=30))
    assert len(stuck.late) <= 31


async def test_the_clock_only_goes_forward(stage: Stage) -> None:
    with pytest.raises(ValueError, match="forward"):
        await stage.move_clock(timedelta(seconds=-1))
