"""When an album is complete: Telegram sends its parts apart and never says how many."""

import math
from datetime import datetime, timedelta
from typing import Final

ALBUM_PAUSE: Final = timedelta(seconds=1)
ALBUM_PATIENCE: Final = timedelta(seconds=10)
ALBUM_PARTS: Final = 10  # the most Telegram puts in one
FIRST_LATE: Final = timedelta(seconds=2)
LATE_GROWTH: Final = 1.5
LATE_APART: Final = timedelta(minutes=1)  # the most that late parts wait for one another


def album_due(first: datetime, last: datetime, parts: int) -> datetime:
    """The moment to look at an album whose first and last known parts came then.

    A pause after the last part, never later than the patience after the first, and at once
    when it is full. Parts that come later still find the same album.
    """
    if parts >= ALBUM_PARTS:
        return last
    return min(last + ALBUM_PAUSE, max(first + ALBUM_PATIENCE, last))


def late_due(opened: datetime, last: datetime) -> datetime:
    """The moment to look at parts that came after an album's answer.

    Always one of the same moments, each half as far again from the album's beginning as the one
    before, a minute apart at most: one that never ends is answered a dozen times in two minutes,
    then once a minute.
    """
    age = max(last + ALBUM_PAUSE - opened, FIRST_LATE)
    minutes = math.ceil(age / LATE_APART) * LATE_APART
    if age * (1 - 1 / LATE_GROWTH) >= LATE_APART:
        return opened + minutes
    steps = math.ceil(math.log(age / FIRST_LATE, LATE_GROWTH))
    growing = FIRST_LATE * LATE_GROWTH**steps
    return opened + (growing if growing - age <= LATE_APART else minutes)
