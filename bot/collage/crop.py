"""Which part of a photo a cell shows: the most telling window that cuts no face."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from bot.pixels.geometry import Box
from bot.vision.sight import PROFILE_BINS, Sight

WIDEST_CROP = 0.5  # |ln(cell aspect / photo aspect)|: at least 60 % of a photo is always seen
LOSS_STEPS = 17
HARD_MARGIN = 0.08  # of a face's size, kept around it whatever it costs
SOFT_SIDES, SOFT_TOP = 0.30, 0.45  # hair and chin, kept where they can be
CANDIDATES = np.linspace(0.0, 1.0, 65)
EDGES = np.linspace(0.0, 1.0, PROFILE_BINS + 1)
UPPER = 0.3  # of what may go is cut above: tips and heads are worth more than ground
LEAST_APART = 0.06  # of the photo: nearer windows show the same
ROUNDING = 0.01  # shares of stretch that whole pixels may force, too little to be seen
NEARER = (0.8, 0.65)  # of the sides of the largest window: less shows a detail, not the photo
FINEST_PIXELS = 240  # of the shorter side of a nearer window: less is a blur on a page

LOG_RATIOS = np.linspace(-WIDEST_CROP, WIDEST_CROP, LOSS_STEPS)


@dataclass(frozen=True, slots=True)
class Croppable:
    """What layout needs of a photo: its aspect, how far it may be cropped, what that loses.

    narrowest, widest: the least and most ln(cell aspect / photo aspect) that spare every face.
    losses: one for each of LOG_RATIOS.
    """

    aspect: float
    narrowest: float
    widest: float
    losses: tuple[float, ...]


def croppable(sight: Sight) -> Croppable:
    spared = _union([_grown(face, HARD_MARGIN, HARD_MARGIN) for face in sight.faces])
    narrowest = log(spared.width) if spared else -WIDEST_CROP
    widest = -log(spared.height) if spared else WIDEST_CROP
    losses = tuple(_loss(sight, float(ratio)) for ratio in LOG_RATIOS)
    return Croppable(
        aspect=sight.size.aspect,
        narrowest=min(0.0, max(-WIDEST_CROP, narrowest)),
        widest=max(0.0, min(WIDEST_CROP, widest)),
        losses=losses,
    )


def window(sight: Sight, aspect: float, take: int = 0) -> Box:
    """The largest window of that aspect, where it keeps most; faces in, even if a hair wider.

    take: the next best of another place, then nearer ones, then the best again.
    """
    ratio = log(aspect / sight.size.aspect)
    tried = _windows(sight, ratio)
    if not take:
        return _box(tried.best(), tried.length, narrow=ratio < 0)
    places = tried.apart()
    nearer = [box for share in NEARER if (box := _nearer(sight, ratio, share))]
    if (at := take % (len(places) + len(nearer))) >= len(places):
        return nearer[at - len(places)]
    return _box(places[at], tried.length, narrow=ratio < 0)


def _box(start: float, length: float, *, narrow: bool) -> Box:
    if narrow:
        return Box(start, 0.0, min(1.0, start + length), 1.0)
    return Box(0.0, start, 1.0, min(1.0, start + length))


def _nearer(sight: Sight, ratio: float, share: float) -> Box | None:
    """A smaller window of the same aspect; None where a face is too large for it, or it a blur."""
    width, height = share * min(1.0, exp(ratio)), share * min(1.0, exp(-ratio))
    spared = _union([_grown(face, HARD_MARGIN, HARD_MARGIN) for face in sight.faces])
    if spared and (spared.width > width or spared.height > height):
        return None
    if min(width * sight.size.width, height * sight.size.height) < FINEST_PIXELS:
        return None
    left = _along(sight, width, narrow=True).best()
    top = _along(sight, height, narrow=False).best()
    return Box(left, top, left + width, top + height)


@dataclass(frozen=True, slots=True)
class _Windows:
    """Windows of one length along the one axis that is cropped, in shares, and what each costs.

    costs: by what is lost and where it lies. worth: what of that a layout must weigh.
    """

    starts: NDArray[np.float64]
    length: float
    costs: NDArray[np.float64]
    worth: NDArray[np.float64]

    def best(self) -> float:
        return float(self.starts[int(np.argmin(self.costs))])

    def apart(self) -> list[float]:
        """The best window, then the best of those that lie apart from all before."""
        apart = max(LEAST_APART, float(np.ptp(self.starts)) / 3)
        left = self.costs.copy()
        found: list[float] = []
        while np.isfinite(left).any():
            found.append(float(self.starts[int(np.argmin(left))]))
            left[np.abs(self.starts - found[-1]) < apart] = np.inf
        return found


def _loss(sight: Sight, ratio: float) -> float:
    """What a crop costs: lost saliency, threatened hair and chins, and the crop itself."""
    tried = _windows(sight, ratio)
    return float(tried.worth[int(np.argmin(tried.costs))]) + 0.12 * (1 - tried.length)


def _windows(sight: Sight, ratio: float) -> _Windows:
    return _along(sight, exp(-abs(ratio)), narrow=ratio < 0)


def _along(sight: Sight, length: float, *, narrow: bool) -> _Windows:
    if length > 1 - 1e-9:
        return _Windows(np.zeros(1), 1.0, np.zeros(1), np.zeros(1))
    spared = _spans(sight.faces, HARD_MARGIN, HARD_MARGIN, narrow=narrow)
    first, last = 0.0, 1.0 - length
    if spared:
        low, high = min(span[0] for span in spared), max(span[1] for span in spared)
        length = max(length, min(high - low, length + ROUNDING))
        first, last = max(0.0, high - length), min(low, 1.0 - length)
    starts = first + max(0.0, last - first) * CANDIDATES
    profile = sight.saliency_x if narrow else sight.saliency_y
    lost = 1 - _kept(profile, starts, length)
    cut = _cut(_spans(sight.faces, SOFT_SIDES, SOFT_TOP, narrow=narrow), starts, length)
    middle = 0.5 if narrow else UPPER
    costs = lost + 4 * cut + 0.1 * np.abs(starts - middle * (1 - length))
    return _Windows(starts, length, costs, lost + 1.5 * cut)


def _kept(
    profile: tuple[float, ...], starts: NDArray[np.float64], length: float
) -> NDArray[np.float64]:
    total = _running(profile)
    return np.asarray(np.interp(starts + length, EDGES, total) - np.interp(starts, EDGES, total))


@lru_cache(maxsize=256)
def _running(profile: tuple[float, ...]) -> NDArray[np.float64]:
    return np.concatenate([[0.0], np.cumsum(profile)])


def _cut(
    spans: Sequence[tuple[float, float]], starts: NDArray[np.float64], length: float
) -> NDArray[np.float64]:
    """How much of the spans is outside each window, in shares of each span, added up."""
    cut = np.zeros_like(starts)
    for low, high in spans:
        outside = np.maximum(0, starts - low) + np.maximum(0, high - starts - length)
        cut += np.minimum(1, outside / (high - low))
    return cut


@lru_cache(maxsize=256)
def _spans(
    faces: tuple[Box, ...], sides: float, top: float, *, narrow: bool
) -> tuple[tuple[float, float], ...]:
    grown = [_grown(face, sides, top) for face in faces]
    if narrow:
        return tuple((face.left, face.right) for face in grown)
    return tuple((face.top, face.bottom) for face in grown)


def _grown(face: Box, sides: float, top: float) -> Box:
    return Box(
        max(0.0, face.left - sides * face.width),
        max(0.0, face.top - top * face.height),
        min(1.0, face.right + sides * face.width),
        min(1.0, face.bottom + sides * face.height),
    )


def _union(boxes: Sequence[Box]) -> Box | None:
    if not boxes:
        return None
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
