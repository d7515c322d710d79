"""How one small grey picture lies in another: moved, enlarged, mirrored, lit otherwise.

Many pairs at once, by least squares from coarse to fine (Lucas and Kanade 1981), each axis with
a scale of its own, brightness and contrast left free.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]

SIDE: Final = 32  # pixels of a picture's luminance
COARSE_TO_FINE: Final = ((3.0, 5), (1.5, 3), (0.0, 2))  # pixels of blur, and steps
MOST_OF_A_STEP: Final = 3.0  # pixels at the picture’s edge
SMALLEST, LARGEST = 0.5, 2.0  # scales that are still looked at
STEADY: Final = 1e-3  # keeps a flat picture from dividing by nothing
COARSE: Final = 3.0  # pixels of blur at which the side it shows is told


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """likeness: correlation of the fine parts where both lie, −1 to 1.

    overlap: what both show, as a share of what either does.
    """

    likeness: Floats
    overlap: Floats


def align(ones: Floats, others: Floats) -> Alignment:
    """Each of `ones` with the same row of `others`: pairs × 32 × 32, 0 to 255."""
    ones, others = (each.astype(np.float32) for each in (ones, others))
    mirrored = others[:, :, ::-1]
    soft = _blur(_levelled(ones), COARSE)
    is_mirrored = _dot(soft, _blur(_levelled(mirrored), COARSE)) > _dot(
        soft, _blur(_levelled(others), COARSE)
    )
    others = np.where(is_mirrored[:, None, None], mirrored, others)
    warp = np.tile(np.array([1, 0, 1, 0], np.float32), (len(ones), 1))
    for blur, steps in COARSE_TO_FINE:
        one, other = (_levelled(_blur(each, blur)) for each in (ones, others))
        slopes = np.gradient(other, axis=(1, 2))
        for _ in range(steps):
            warp = _better(one, other, slopes, warp)
    return Alignment(_likeness(ones, others, warp), _overlap(warp))


def _levelled(pictures: Floats) -> Floats:
    """Mean 0 and spread 1 each."""
    level = pictures - pictures.mean(axis=(1, 2), keepdims=True)
    return np.asarray(level / np.maximum(level.std(axis=(1, 2), keepdims=True), STEADY))


def _blur(pictures: Floats, spread: float) -> Floats:
    if not spread:
        return pictures
    place = np.arange(SIDE, dtype=np.float32)
    bell = np.exp(-(((place[:, None] - place[None, :]) / spread) ** 2) / 2)
    bell /= bell.sum(axis=1, keepdims=True)
    return np.asarray(bell @ pictures @ bell.T)


def _dot(ones: Floats, others: Floats) -> Floats:
    return np.asarray((ones * others).mean(axis=(1, 2)))


CENTRED: Final = np.arange(SIDE, dtype=np.float32) - (SIDE - 1) / 2  # pixels from the middle


def _places(warp: Floats) -> tuple[Floats, Floats]:
    """Where each row and each column lies in the other picture, in its pixels."""
    across = warp[:, 0:1] * CENTRED + warp[:, 1:2] + (SIDE - 1) / 2
    down = warp[:, 2:3] * CENTRED + warp[:, 3:4] + (SIDE - 1) / 2
    return across, down


def _weights(places: Floats) -> Floats:
    """Pairs × 32 × 32: how much each pixel of the other gives to each place, linearly."""
    away = np.abs(places[:, :, None] - np.arange(SIDE, dtype=np.float32))
    return np.asarray(np.clip(1 - away, 0, None))


def _seen(pictures: Floats, across: Floats, down: Floats) -> Floats:
    """The pictures at these places."""
    return np.asarray(down @ pictures @ across.transpose(0, 2, 1))


def _inside(across: Floats, down: Floats) -> Floats:
    """1 where the place lies in the picture, else 0."""
    last = SIDE - 1
    columns, rows = ((at >= 0) & (at <= last) for at in (across, down))
    return (rows[:, :, None] & columns[:, None, :]).astype(np.float32)


def _better(one: Floats, other: Floats, slopes: Any, warp: Floats) -> Floats:
    """One step of least squares on scale and shift of each axis, brightness and contrast."""
    across, down = _places(warp)
    columns, rows = _weights(across), _weights(down)
    seen, along_y, along_x = (_seen(each, columns, rows) for each in (other, *slopes))
    known = _inside(across, down)
    x, y = CENTRED[None, None, :] / SIDE, CENTRED[None, :, None] / SIDE
    terms = [along_x * x, along_x, along_y * y, along_y, seen, np.ones_like(seen)]
    slope = np.stack([(term * known).reshape(len(one), -1) for term in terms], axis=2)
    missing = ((one - seen) * known).reshape(len(one), -1, 1)
    turned = slope.transpose(0, 2, 1)
    steady = STEADY * SIDE * SIDE * np.eye(len(terms), dtype=np.float32)
    step = np.linalg.solve(turned @ slope + steady, turned @ missing)[:, :4, 0]
    step = np.clip(step, -MOST_OF_A_STEP, MOST_OF_A_STEP)
    better = warp + step / np.array([SIDE, 1, SIDE, 1], np.float32)
    better[:, [0, 2]] = np.clip(better[:, [0, 2]], SMALLEST, LARGEST)
    better[:, [1, 3]] = np.clip(better[:, [1, 3]], -SIDE / 2, SIDE / 2)
    return np.asarray(better)


def _likeness(ones: Floats, others: Floats, warp: Floats) -> Floats:
    """Of what is finer than a fifth of the picture: all skies are lighter than all grounds."""
    across, down = _places(warp)
    known = _inside(across, down)
    fine = [each - _blur(each, COARSE) for each in (ones, others)]
    one, other = fine[0], _seen(fine[1], _weights(across), _weights(down))
    count = np.maximum(known.sum(axis=(1, 2)), 1)[:, None, None]
    one, other = (
        (each - (each * known).sum(axis=(1, 2), keepdims=True) / count) * known
        for each in (one, other)
    )
    lengths = np.sqrt((one**2).sum(axis=(1, 2)) * (other**2).sum(axis=(1, 2)))
    return np.asarray((one * other).sum(axis=(1, 2)) / np.maximum(lengths, STEADY))


def _overlap(warp: Floats) -> Floats:
    """Intersection over union of the two frames."""
    common, area = np.ones(len(warp)), np.ones(len(warp))
    for scale, shift in ((warp[:, 0], warp[:, 1]), (warp[:, 2], warp[:, 3])):
        half = SIDE / 2
        low = np.maximum(shift - scale * half, -half)
        high = np.minimum(shift + scale * half, half)
        common *= np.clip(high - low, 0, None) / SIDE
        area *= scale
    return np.asarray(common / (1 + area - common))
