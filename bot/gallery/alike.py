"""Which of many media look like one: cosines of a few, and buckets that spare the others."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.gallery.moment_item import Key, MomentItem
from bot.gallery.twins import TwinItem, twin_pairs

ALIKE: Final = 0.70  # cosine of pictures of one scene; different scenes stay under 0.60
MOST_COMPARED: Final = 12  # of the nearest, before whoever is no twin of these has none
PERHAPS_TWINS: Final = 0.85  # cosine under which two pictures need not be compared

DIMENSIONS: Final = 1280
BANDS, BITS = 10, 8  # a copy shares one of ten bands of eight signs in 97 of 100 cases
MOST_IN_BUCKET: Final = 60  # beyond, a bucket says nothing: a thousand pictures of a wall

Vectors = NDArray[np.float32]


def vectors_of(items: Sequence[MomentItem[Key]]) -> Vectors:
    """One row an item; all 0 where nothing is known of its looks."""
    rows = np.zeros((len(items), DIMENSIONS), np.float32)
    for row, item in zip(rows, items, strict=True):
        if item.likeness and item.likeness.vector:
            row[:] = np.frombuffer(item.likeness.vector, "<f2")
    return rows


def cosines(items: Sequence[MomentItem[Key]], others: Sequence[MomentItem[Key]]) -> Vectors:
    """Of every item to every other one; 0 where either is not known."""
    found: Vectors = np.einsum("ik,jk->ij", vectors_of(items), vectors_of(others))
    return found


def are_alike(one: MomentItem[Key], other: MomentItem[Key]) -> bool:
    return float(cosines([one], [other])[0, 0]) >= ALIKE


class Neighbours:
    """Media by the signs of their vectors (Charikar, 2002): copies meet, strangers seldom do."""

    def __init__(self, items: Sequence[MomentItem[Key]]) -> None:
        self._items = items
        self._vectors = vectors_of(items)
        self._buckets: dict[tuple[int, int], list[int]] = defaultdict(list)
        for index, bands in enumerate(_signs(self._vectors)):
            if self._vectors[index].any():
                for band in enumerate(bands):
                    self._buckets[band].append(index)

    def twins_of(self, item: MomentItem[Key]) -> Iterator[int]:
        """The places of its near-twins: a copy of it, or the same shot once more."""
        vector = vectors_of([item])
        if not vector.any():
            return
        met: set[int] = set()
        for band in enumerate(next(iter(_signs(vector)))):
            met.update(self._buckets.get(band, ())[:MOST_IN_BUCKET])
        near = sorted(met)
        likeness = np.einsum("ik,k->i", self._vectors[near], vector[0])
        best = [
            at for at in np.argsort(-likeness)[:MOST_COMPARED] if likeness[at] >= PERHAPS_TWINS
        ]
        shown = [self._items[near[at]].likeness for at in best]
        looks = [TwinItem(at, look) for at, look in enumerate([item.likeness, *shown]) if look]
        yield from (near[best[other - 1]] for one, other in twin_pairs(looks) if one == 0)


def _signs(vectors: Vectors) -> Iterator[list[int]]:
    """For every row, the number of its bucket in each band."""
    planes = np.random.default_rng(5).standard_normal((DIMENSIONS, BANDS * BITS), np.float32)
    centred = vectors - vectors.mean(
        axis=1, keepdims=True
    )  # all are positive: their mean tells nothing
    powers = 2 ** np.arange(BITS)
    for start in range(0, len(vectors), 512):
        signs = np.einsum("ik,kj->ij", centred[start : start + 512], planes) > 0
        yield from (signs.reshape(-1, BANDS, BITS) @ powers).tolist()
