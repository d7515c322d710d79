"""What time it is: the wall's clock, or one that the sandbox and the tests move."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time in UTC; never taken from `datetime.now` elsewhere."""

    def now(self) -> datetime: ...


class WallClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time(), UTC)


class MovableClock:
    """The wall's time plus what somebody moved it by; it only goes forward."""

    def __init__(self, start: datetime | None = None) -> None:
        wall = WallClock().now()
        self._ahead = (start - wall) if start else timedelta()

    def now(self) -> datetime:
        return WallClock().now() + self._ahead

    def move(self, by: timedelta) -> None:
        if by < timedelta():
            raise ValueError("a clock only moves forward")
        self._ahead += by
