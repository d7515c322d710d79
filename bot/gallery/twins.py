"""Which pictures are near-twins, told from the whole picture and never from a face."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.gallery.facts import TakenAt
from bot.vision.sight import Likeness, Sight

SAME_VECTOR = 0.90  # crops, flips and relights of one photo measured 0.92 to 0.97
SAME_SCENE = 0.70  # different scenes stay under 0.60
SAME_LUMINANCE = 0.88
SAME_COLOURS = 0.6
SHIFTS_PIXELS = range(-2, 3)  # of 32: what a hand moves between two shots
SIDE_PIXELS = 32
FLAT = 1e-6  # a picture without any contrast correlates with nothing

Key = TypeVar("Key", bound=Hashable)
Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TwinChoice(Generic[Key]):
    """What to show, in the order given; each picture left out names the one that stands for it."""

    kept: tuple[Key, ...]
    left_out: Mapping[Key, Key]


@dataclass(frozen=True, slots=True)
class TwinItem(Generic[Key]):
    """A picture that may have twins; with a time where a camera told one."""

    key: Key
    likeness: Likeness
    taken: TakenAt | None = None

    @property
    def at(self) -> datetime | None:
        return self.taken.local if self.taken and not self.taken.is_guess else None


def twin_pairs(items: Sequence[TwinItem[Key]]) -> frozenset[tuple[Key, Key]]:
    """Every pair of near-twins, each once and in the order given."""
    twins = _twins([item.likeness for item in items])
    return frozenset(
        (items[int(one)].key, items[int(other)].key)
        for one, other in zip(*np.nonzero(np.triu(twins, 1)), strict=True)
    )


def are_alike(one: Likeness, other: Likeness) -> bool:
    """Whether two pictures show the same scene, as two of a moment may."""
    if one.vector and other.vector:
        return float(likeness_cosines([one, other])[0, 1]) >= SAME_SCENE
    return bool(_twins([one, other])[0, 1])


def without_twins(sights: Mapping[Key, Sight], importance: Mapping[Key, float]) -> TwinChoice[Key]:
    """Keep the most important of every set of near-twins; between equals, the first given."""
    keys = list(sights)
    twins = _twins([sights[key].likeness for key in keys])
    kept: list[int] = []
    left_out: dict[Key, Key] = {}
    for index in sorted(range(len(keys)), key=lambda index: -importance[keys[index]]):
        stands_for = next((other for other in kept if twins[index, other]), None)
        if stands_for is None:
            kept.append(index)
        else:
            left_out[keys[index]] = keys[stands_for]
    return TwinChoice(tuple(keys[index] for index in sorted(kept)), left_out)


def likeness_cosines(looks: Sequence[Likeness]) -> Matrix:
    """Cosine of every pair of vectors, one row a picture; 0 where either has no vector."""
    known = [index for index, look in enumerate(looks) if look.vector]
    cosines: Matrix = np.zeros((len(looks), len(looks)), np.float32)
    if known:
        vectors = np.stack([np.frombuffer(looks[index].vector, "<f2") for index in known])
        vectors = vectors.astype(np.float32)
        cosines[np.ix_(known, known)] = _products(vectors, vectors)
    return cosines


def _twins(looks: Sequence[Likeness]) -> NDArray[np.bool_]:
    if not looks:
        return np.zeros((0, 0), np.bool_)
    same_shapes = (_luminance_correlations(looks) > SAME_LUMINANCE) & (
        _colour_intersections(looks) > SAME_COLOURS
    )
    return same_shapes | (likeness_cosines(looks) >= SAME_VECTOR)


def _luminance_correlations(looks: Sequence[Likeness]) -> Matrix:
    """The best correlation of every pair over all shifts of the one against the other."""
    flat = np.stack([np.frombuffer(look.luminance, np.uint8) for look in looks])
    pictures = flat.reshape(-1, SIDE_PIXELS, SIDE_PIXELS).astype(np.float32)
    best: Matrix = np.max([_overlap_correlation(pictures, *shift) for shift in _shifts()], axis=0)
    return best


def _shifts() -> Iterator[tuple[int, int]]:
    return ((dx, dy) for dx in SHIFTS_PIXELS for dy in SHIFTS_PIXELS)


def _overlap_correlation(pictures: Matrix, dx: int, dy: int) -> Matrix:
    here = pictures[:, _overlap(dy), _overlap(dx)]
    there = pictures[:, _overlap(-dy), _overlap(-dx)]
    return _products(_standard(here), _standard(there))


def _overlap(shift: int) -> slice:
    """What stays of a side when it is moved by `shift` against itself."""
    return slice(max(shift, 0), SIDE_PIXELS + min(shift, 0))


def _standard(pictures: Matrix) -> Matrix:
    """Each picture as a row of mean 0 and length 1; all 0 where it is flat."""
    rows = pictures.reshape(len(pictures), -1)
    rows = rows - rows.mean(axis=1, keepdims=True)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.where(lengths > FLAT, rows / np.maximum(lengths, FLAT), 0), np.float32)


def _products(rows: Matrix, others: Matrix) -> Matrix:
    """Every row times every other: without BLAS, whose threads take half a second to start."""
    products: Matrix = np.einsum("ik,jk->ij", rows, others)
    return products


def _colour_intersections(looks: Sequence[Likeness]) -> Matrix:
    """How much of the colours every pair shares, 0 to 1."""
    histograms = np.stack([np.frombuffer(look.colours, np.uint8) for look in looks])
    shares = histograms.astype(np.float32)
    shares /= np.maximum(shares.sum(axis=1, keepdims=True), 1)
    shared: Matrix = np.minimum(shares[:, None, :], shares[None, :, :]).sum(axis=2)
    return shared
