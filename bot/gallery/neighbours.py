"""Which pictures are worth comparing: near in time, or in one block of likeness; never all."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import isqrt
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.vision.sight import Likeness

Matrix = NDArray[np.floating[Any]]

WITHIN: Final = timedelta(minutes=10)
MOST_FOLLOWING: Final = 48  # of a picture, within that time
COMPARED_WHOLE: Final = 600  # pictures; more are compared block by block
BLOCKS_EACH: Final = 2  # a picture between two blocks belongs to both
LARGEST_BLOCK: Final = 400
WORTH_ALIGNING: Final = 0.75  # cosine: crops and relights of one photo stay above 0.78
WORTH_ALIGNING_GREYS: Final = 0.3  # correlation, where a picture has no vector

Pair = tuple[int, int]


def pairs_worth_aligning(
    looks: Sequence[Likeness], times: Sequence[datetime | None]
) -> list[Pair]:
    """Each once, the first given first."""
    has_vectors = all(look.vector for look in looks)
    rows = _of_length_one(_vectors(looks) if has_vectors else _greys(looks))
    least = WORTH_ALIGNING if has_vectors else WORTH_ALIGNING_GREYS
    found = {
        (one, other) for one, other in near_in_time(times) if rows[one] @ rows[other] >= least
    }
    for block in blocks(rows):
        found |= set(_alike(rows, block, least))
    return sorted(found)


def _vectors(looks: Sequence[Likeness]) -> Matrix:
    return np.stack([np.frombuffer(look.vector, "<f2") for look in looks]).astype(np.float32)


def _greys(looks: Sequence[Likeness]) -> Matrix:
    greys = np.stack([np.frombuffer(look.luminance, np.uint8) for look in looks])
    return np.asarray(greys - greys.mean(axis=1, keepdims=True), np.float32)


def _of_length_one(rows: Matrix) -> Matrix:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-6))


def near_in_time(times: Sequence[datetime | None]) -> Iterator[Pair]:
    timed = sorted((at, index) for index, at in enumerate(times) if at is not None)
    for place, (at, index) in enumerate(timed):
        for later, other in timed[place + 1 : place + 1 + MOST_FOLLOWING]:
            if later - at > WITHIN:
                break
            yield min(index, other), max(index, other)


def blocks(vectors: Matrix) -> Iterator[NDArray[np.intp]]:
    """Indices of pictures that may be alike; every picture in one or two."""
    count = len(vectors)
    if count <= COMPARED_WHOLE:
        yield np.arange(count)
        return
    posts = np.linspace(0, count - 1, isqrt(count) * 2).astype(np.intp)
    nearest = np.argsort(-(vectors @ vectors[posts].T), axis=1)[:, :BLOCKS_EACH]
    for post in range(len(posts)):
        block = np.flatnonzero((nearest == post).any(axis=1))
        for begin in range(0, len(block), LARGEST_BLOCK):
            yield block[begin : begin + LARGEST_BLOCK]


def _alike(vectors: Matrix, block: NDArray[np.intp], least: float) -> Iterator[Pair]:
    cosines = vectors[block] @ vectors[block].T
    for one, other in zip(*np.nonzero(np.triu(cosines >= least, 1)), strict=True):
        yield int(block[one]), int(block[other])
