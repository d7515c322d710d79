"""What came together, the newest first: what a film is made of where nothing is named."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.gallery.library import SHORTLY
from storage.gallery import MediaRow

MOST_TOGETHER: Final = 60  # what an import brought at once is looked at moment by moment


def lately(rows: Sequence[MediaRow]) -> list[list[MediaRow]]:
    """Of one album, or within ten minutes of one another: together, as a collage has them."""
    latest_first = sorted(rows, key=lambda row: row.arrived_at, reverse=True)
    found = [latest_first[:1]] if latest_first else []
    for later, row in pairwise(latest_first):
        is_album = row.album is not None and row.album == later.album
        if is_album or later.arrived_at - row.arrived_at <= SHORTLY:
            found[-1].append(row)
        else:
            found.append([row])
    return [part for together in found for part in _parts(together)]


def _parts(together: list[MediaRow]) -> list[list[MediaRow]]:
    """All of it; where that is far too much for a film, its moments as they lie."""
    if len(together) <= MOST_TOGETHER:
        return [together]
    moments: dict[object, list[MediaRow]] = {}
    for row in together:
        moments.setdefault(row.moment or row.id, []).append(row)
    return list(moments.values())
