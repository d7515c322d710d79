"""Which pictures are near-twins, told from the whole picture and never from a face."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.gallery.align import align
from bot.gallery.facts import TakenAt
from bot.gallery.neighbours import Pair, pairs_worth_aligning
from bot.vision.sight import Likeness, Sight

SAME_VECTOR = 0.90  # where the pictures are too flat to be laid over one another
SAME_SCENE = 0.70  # different scenes stay under 0.60
SAME_PICTURE = 0.8  # likeness of two of which one lies in the other: copies measured 0.80 to 1
SAME_FRAME = 0.69  # of what either shows both do: crops to 0.84 of the side measured 0.70
SAME_COLOURS = 0.6  # of two that no network has seen
SOME_COLOURS = 0.15  # shared by a copy lit otherwise; black and white is another picture
AT_ONCE = timedelta(minutes=1)  # one takes a photo, then films the same
FLAT = 2.0  # steps of brightness: nothing to lay over anything
ALIGNED_AT_ONCE = 256  # pairs; about 20 MB
SIDE_PIXELS = 32

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
    """Every pair of near-twins, each once and in the order given.

    Compared are those near in time and those alike: ten thousand media take half a minute.
    """
    if not items:
        return frozenset()
    looks = [item.likeness for item in items]
    pairs = pairs_worth_aligning(looks, [item.at for item in items])
    return frozenset((items[one].key, items[other].key) for one, other in _twins(looks, pairs))


def posters_of(
    films: Sequence[TwinItem[Key]], photos: Sequence[TwinItem[Key]]
) -> frozenset[tuple[Key, Key]]:
    """Each film with the photos that show what its poster shows: the frames may differ."""
    seen = [[one for one in some if one.likeness.vector] for some in (films, photos)]
    if not all(seen):
        return frozenset()
    rows, columns = (np.stack([_vector(one.likeness) for one in some]) for some in seen)
    cosines = _products(rows, columns)
    return frozenset(
        (film.key, photo.key)
        for film, row in zip(seen[0], cosines, strict=True)
        for photo, cosine in zip(seen[1], row, strict=True)
        if cosine >= (SAME_SCENE if _are_at_once(film, photo) else SAME_VECTOR)
    )


def _are_at_once(one: TwinItem[Key], other: TwinItem[Key]) -> bool:
    return one.at is not None and other.at is not None and abs(one.at - other.at) <= AT_ONCE


def are_alike(one: Likeness, other: Likeness) -> bool:
    """Whether two pictures show the same scene, as two of a moment may."""
    if one.vector and other.vector:
        return float(likeness_cosines([one, other])[0, 1]) >= SAME_SCENE
    return bool(_twins([one, other], [(0, 1)]))


def without_twins(sights: Mapping[Key, Sight], importance: Mapping[Key, float]) -> TwinChoice[Key]:
    """Keep the most important of every set of near-twins; between equals, the first given."""
    keys = list(sights)
    looks = [sights[key].likeness for key in keys]
    found = _twins(looks, pairs_worth_aligning(looks, [None] * len(looks)) if looks else [])
    twins = found | {(other, one) for one, other in found}
    kept: list[int] = []
    left_out: dict[Key, Key] = {}
    for index in sorted(range(len(keys)), key=lambda index: -importance[keys[index]]):
        stands_for = next((other for other in kept if (index, other) in twins), None)
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
        vectors = np.stack([_vector(looks[index]) for index in known])
        cosines[np.ix_(known, known)] = _products(vectors, vectors)
    return cosines


def _twins(looks: Sequence[Likeness], pairs: Sequence[Pair]) -> set[Pair]:
    """Those of the pairs of which one picture lies in the other, or nearly."""
    greys = [_grey(look) for look in looks]
    is_flat = [float(grey.std()) < FLAT for grey in greys]
    found, clear = set(), []
    for one, other in pairs:
        if not (is_flat[one] or is_flat[other]):
            if _may_be(looks[one], looks[other]):
                clear.append((one, other))
        elif _cosine(looks[one], looks[other]) >= SAME_VECTOR:
            found.add((one, other))
    for begin in range(0, len(clear), ALIGNED_AT_ONCE):
        some = clear[begin : begin + ALIGNED_AT_ONCE]
        ordered = [sorted(pair, key=lambda one: looks[one].luminance) for pair in some]
        laid = align(
            np.stack([greys[one] for one, _ in ordered]),
            np.stack([greys[other] for _, other in ordered]),
        )
        is_same = (laid.likeness >= SAME_PICTURE) & (laid.overlap >= SAME_FRAME)
        found |= {pair for pair, same in zip(some, is_same, strict=True) if same}
    return found


def _vector(look: Likeness) -> Matrix:
    return np.frombuffer(look.vector, "<f2").astype(np.float32)


def _grey(look: Likeness) -> Matrix:
    flat = np.frombuffer(look.luminance, np.uint8)
    return flat.reshape(SIDE_PIXELS, SIDE_PIXELS).astype(np.float32)


def _cosine(one: Likeness, other: Likeness) -> float:
    return float(likeness_cosines([one, other])[0, 1])


def _may_be(one: Likeness, other: Likeness) -> bool:
    """Copies share some colours; what no network has seen must share most of them."""
    shares = [np.frombuffer(look.colours, np.uint8) / 255 for look in (one, other)]
    least = SOME_COLOURS if one.vector and other.vector else SAME_COLOURS
    return float(np.minimum(*shares).sum()) > least


def _products(rows: Matrix, others: Matrix) -> Matrix:
    """Every row times every other: without BLAS, whose threads take half a second to start."""
    products: Matrix = np.einsum("ik,jk->ij", rows, others)
    return products
