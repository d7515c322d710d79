"""Which pictures are one press of the button held down: seconds apart, and alike."""

from collections.abc import Hashable, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeVar

from bot.gallery.twins import TwinItem, are_alike

NEXT_WITHIN: Final = timedelta(seconds=3)
LONGEST: Final = timedelta(seconds=30)  # whoever films with photos wants more than one of them

Key = TypeVar("Key", bound=Hashable)


def bursts(items: Sequence[TwinItem[Key]]) -> list[list[Key]]:
    """Two or more each, in the order of time; only where a camera told the second."""
    timed = [(item.at, item) for item in items if item.at]
    found: list[list[tuple[datetime, TwinItem[Key]]]] = []
    for shot in sorted(timed, key=lambda shot: shot[0]):
        if found and _goes_on(found[-1], shot):
            found[-1].append(shot)
        else:
            found.append([shot])
    return [[item.key for _, item in burst] for burst in found if len(burst) > 1]


def _goes_on(
    burst: Sequence[tuple[datetime, TwinItem[Key]]], shot: tuple[datetime, TwinItem[Key]]
) -> bool:
    (first, _), (last, before) = burst[0], burst[-1]
    at, item = shot
    is_soon = at - last <= NEXT_WITHIN and at - first <= LONGEST
    return is_soon and are_alike(before.likeness, item.likeness)
