"""Which pictures were taken about when another was, or show its scene where no clock tells."""

from collections.abc import Hashable, Sequence
from typing import Any, Final, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.gallery.twins import SAME_SCENE, TwinItem
from bot.vision.sight import Likeness

ABOUT_THEN: Final = np.timedelta64(1, "h")
DIMENSIONS: Final = 1280  # of a likeness' vector

Key = TypeVar("Key", bound=Hashable)


class Occasions(Generic[Key]):
    """Pictures in the order in which they should stand for others; thousands are asked at once."""

    def __init__(self, items: Sequence[TwinItem[Key]]) -> None:
        self._keys = [item.key for item in items]
        self._times = np.array([item.at for item in items], "datetime64[s]")
        self._untimed = np.isnat(self._times)
        self._timeless = _vectors([item.likeness for item in items if item.at is None])
        self._all = _vectors([item.likeness for item in items])

    def first_of(self, item: TwinItem[Key]) -> Key | None:
        """The first that was taken about then, or shows the same scene where either has no time.

        What no network has seen shows the same as nothing.
        """
        vector = _vectors([item.likeness])[0]
        if item.at is None:
            same = self._all @ vector >= SAME_SCENE
        else:
            same = np.abs(self._times - np.datetime64(item.at, "s")) <= ABOUT_THEN
            same[self._untimed] = self._timeless @ vector >= SAME_SCENE
        return self._keys[int(same.argmax())] if same.any() else None


def _vectors(looks: Sequence[Likeness]) -> NDArray[np.floating[Any]]:
    """One row a picture; zeros where it has none."""
    rows = np.zeros((len(looks), DIMENSIONS), np.float32)
    for row, look in zip(rows, looks, strict=True):
        if look.vector:
            row[:] = np.frombuffer(look.vector, "<f2")
    return rows
