"""When an album is complete: Telegram sends its parts apart and never says how many."""

from datetime import datetime, timedelta
from typing import Final

ALBUM_PAUSE: Final = timedelta(seconds=1)
ALBUM_PATIENCE: Final = timedelta(seconds=10)
ALBUM_PARTS: Final = 10  # the most Telegram puts in one


def album_due(first: datetime, last: datetime, parts: int) -> datetime:
    """The moment to look at an album whose first and last known parts came then.

    A pause after the last part, never later than the patience after the first, and at once
    when it is full. Parts that come later still find the same album.
    """
    if parts >= ALBUM_PARTS:
        return last
    return min(last + ALBUM_PAUSE, max(first + ALBUM_PATIENCE, last))
