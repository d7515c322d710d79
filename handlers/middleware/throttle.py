"""How fast one person may talk before the bot asks for a breath."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

# A person tapping fast makes three or four updates a second; a program makes hundreds.
BURST = 30
REFILL = timedelta(milliseconds=500)
REMEMBERED = 10_000  # people; the one seen longest ago is forgotten first


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: datetime
    told: bool = False


class Throttle:
    """A token bucket a person: media always pass, since nothing given may be lost."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def lets(self, who: int, now: datetime) -> bool:
        bucket = self._bucket(who, now)
        bucket.tokens = min(BURST, bucket.tokens + (now - bucket.at) / REFILL)
        bucket.at = now
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        bucket.told = bucket.told and bucket.tokens < BURST / 2
        return True

    def should_tell(self, who: int) -> bool:
        """Once a flood, not once a message."""
        bucket = self._buckets[who]
        first, bucket.told = not bucket.told, True
        return first

    def _bucket(self, who: int, now: datetime) -> _Bucket:
        bucket = self._buckets.setdefault(who, _Bucket(BURST, now))
        self._buckets.move_to_end(who)
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        return bucket
