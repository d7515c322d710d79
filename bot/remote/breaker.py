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

    def is_resting(self, now: datetime) -> bool:
        return self.rests_until is not None and now < self.rests_until

    def tries(self, now: datetime) -> None:
        """A call leaves; the first after a rest keeps the others waiting while it is away."""
        if self.rests_until is not None:
            self.rests_until = now + REST

    def answered(self) -> None:
        self.failures, self.rests_until = 0, None

    def failed(self, now: datetime) -> None:
        self.failures += 1
        if self.failures >= FAILURES:
            self.rests_until = now + REST
