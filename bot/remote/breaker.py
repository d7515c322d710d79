"""The circuit breaker: after three failures in a row nobody waits for a minute."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

FAILURES: Final = 3  # one is a hiccup, two bad luck
REST: Final = timedelta(minutes=1)


@dataclass(slots=True)
class Breaker:
    """After its rest one call tries for all; the others go on resting until it is back."""

    failures: int = 0
    rests_until: datetime | None = None

    def lets_through(self, now: datetime) -> bool:
        """Whether a call may leave; the first after a rest keeps the others waiting."""
        if self.rests_until is None:
            return True
        if now < self.rests_until:
            return False
        self.rests_until = now + REST
        return True

    def answered(self) -> None:
        self.failures, self.rests_until = 0, None

    def failed(self, now: datetime) -> None:
        self.failures += 1
        if self.failures >= FAILURES:
            self.rests_until = now + REST
