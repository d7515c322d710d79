"""Many slicing trees at once, bent until each fills its room exactly; numpy, no pixels.

Every branch is as wide as `a · height + b`. A photo is (aspect, 0); a cut adds two branches and a
gap. The photos' aspects are bent by one scalar, each within its own limits and the more the less
it loses; the width of the whole grows with that scalar, so a guarded secant finds it
(after Atkins, "Blocked recursive image composition", 2008).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.collage.crop import LOG_RATIOS, LOSS_STEPS, WIDEST_CROP, Croppable
from bot.collage.trees import BESIDE, Tree
from bot.pixels.geometry import Size

Floats = NDArray[np.float64]
Indexes = NDArray[np.intp]

STEPS = 7
CLOSE_ENOUGH = 4e-4  # of the width: under a pixel, absorbed by rounding
FILLED = 4e-3  # below this the last pixels are taken up by the cells; above, by the margins
LEAST = 1e-3
STRONGEST_BEND = 6.4  # of the least willing photo, past every limit
SOME_STEPS = 5  # of the table of losses, 0.31: what such a crop loses says who is willing


@dataclass(frozen=True, slots=True)
class Bends:
    """The photos as columns: aspect, limits, and how willingly each is widened or narrowed."""

    log_aspect: Floats
    narrowest: Floats
    widest: Floats
    to_widen: Floats
    to_narrow: Floats
    losses: Floats

    @classmethod
    def of(cls, photos: Sequence[Croppable]) -> "Bends":
        losses = np.array([photo.losses for photo in photos])
        middle = LOSS_STEPS // 2
        return cls(
            log_aspect=np.log([photo.aspect for photo in photos])[:, None],
            narrowest=np.array([photo.narrowest for photo in photos])[:, None],
            widest=np.array([photo.widest for photo in photos])[:, None],
            to_widen=_willing(losses[:, middle + SOME_STEPS]),
            to_narrow=_willing(losses[:, middle - SOME_STEPS]),
            losses=losses,
        )

    def lost(self, log_ratio: Floats) -> Floats:
        """Loss of each photo (row) in each tree (column), between the tabled ratios."""
        step = np.clip(
            (log_ratio + WIDEST_CROP) / (LOG_RATIOS[1] - LOG_RATIOS[0]), 0, LOSS_STEPS - 1.001
        )
        below = step.astype(np.intp)
        part = step - below
        row = np.arange(len(self.losses))[:, None]
        return np.asarray(
            self.losses[row, below] * (1 - part) + self.losses[row, below + 1] * part
        )


def _willing(losses: Floats) -> Floats:
    willing = 1 / (0.05 + losses)
    return np.asarray(np.clip(willing / willing.mean(), 0.25, 2.2)[:, None])


@dataclass(frozen=True, slots=True)
class Batch:
    """Trees as rows of branch numbers: photos first, then the cuts in the order they join."""

    one: Indexes  # (cuts, trees), flat indexes into (branches, trees)
    other: Indexes
    beside: NDArray[np.bool_]
    photos: int

    @classmethod
    def of(cls, trees: Sequence[Tree]) -> "Batch":
        photos = (len(trees[0]) + 1) // 2
        joins = [join for tree in trees for join in _joins(tree, photos)]
        joined = np.array(joins, np.intp).reshape(len(trees), -1, 3).transpose(1, 2, 0)
        columns = np.arange(len(trees))
        branch = joined[:, :2] * len(trees) + columns
        beside = np.ascontiguousarray(joined[:, 2] == BESIDE)
        return cls(branch[:, 0].copy(), branch[:, 1].copy(), beside, photos)

    @property
    def trees(self) -> int:
        return int(self.beside.shape[1])


def _joins(tree: Tree, photos: int) -> list[int]:
    """One branch, the other, and how they are cut apart: three numbers a cut, in a row."""
    waiting: list[int] = []
    joins: list[int] = []
    branch = photos
    for token in tree:
        if token >= 0:
            waiting.append(token)
        else:
            other = waiting.pop()
            joins += (waiting[-1], other, token)
            waiting[-1] = branch
            branch += 1
    return joins


@dataclass(frozen=True, slots=True)
class Filled:
    """Cells of each photo (row) in each tree (column), in pixels of the room, and block sizes."""

    x: Floats
    y: Floats
    width: Floats
    height: Floats
    block_width: Floats
    block_height: Floats


def _widths(batch: Batch, aspects: Floats, gap: float) -> tuple[Floats, Floats]:
    """The two numbers of every branch: width = a · height + b."""
    a = np.empty((2 * batch.photos - 1, batch.trees))
    b = np.zeros_like(a)
    a[: batch.photos] = aspects
    flat_a, flat_b = a.reshape(-1), b.reshape(-1)
    for cut, (one, other, beside) in enumerate(
        zip(batch.one, batch.other, batch.beside, strict=True), batch.photos
    ):
        a1, a2, b1, b2 = flat_a[one], flat_a[other], flat_b[one], flat_b[other]
        both = a1 + a2
        stacked = a1 * a2 / both
        a[cut] = np.where(beside, both, stacked)
        b[cut] = np.where(beside, b1 + b2 + gap, (b1 * a2 + b2 * a1) / both - stacked * gap)
    return a, b


def misfit(batch: Batch, bends: Bends, room: Size, gap: float) -> Floats:
    """How far each tree is from filling the room uncropped: ln(width / room width)."""
    return _misfit(*_widths(batch, np.exp(bends.log_aspect), gap), room)


def _misfit(a: Floats, b: Floats, room: Size) -> Floats:
    return np.asarray(np.log(np.maximum(LEAST, (a[-1] * room.height + b[-1]) / room.width)))


def fill(batch: Batch, bends: Bends, room: Size, gap: float) -> Filled:
    a, b = _bent(batch, bends, room, gap)
    natural = a[-1] * room.height + b[-1]
    too_wide = natural > room.width
    height = np.where(too_wide, (room.width - b[-1]) / a[-1], room.height)
    width = np.where(too_wide, room.width, natural)
    width = np.where(np.abs(width / room.width - 1) < FILLED, room.width, width)
    height = np.where(np.abs(height / room.height - 1) < FILLED, room.height, height)
    return _placed(batch, (a, b), (width, height), gap)


def _bent(batch: Batch, bends: Bends, room: Size, gap: float) -> tuple[Floats, Floats]:
    a, b = _widths(batch, np.exp(bends.log_aspect), gap)
    error = _misfit(a, b, room)
    widen = error < 0
    willing = np.where(widen, bends.to_widen, bends.to_narrow)
    low = np.where(widen, 0.0, -STRONGEST_BEND)
    high = np.where(widen, STRONGEST_BEND, 0.0)
    bend, before, before_error = -error, np.zeros_like(error), error
    for _ in range(STEPS):
        shift = np.clip(bend * willing, bends.narrowest, bends.widest)
        a, b = _widths(batch, np.exp(bends.log_aspect + shift), gap)
        error = _misfit(a, b, room)
        if bool(np.all(np.abs(error) < CLOSE_ENOUGH)):
            break
        low, high = np.where(error < 0, bend, low), np.where(error > 0, bend, high)
        slope = (error - before_error) / np.where(bend == before, 1.0, bend - before)
        before, before_error = bend, error
        bend = bend - error / np.maximum(slope, 0.2)
        bend = np.where((bend > low) & (bend < high), bend, (low + high) / 2)
    return a, b


def _placed(
    batch: Batch, branches: tuple[Floats, Floats], block: tuple[Floats, Floats], gap: float
) -> Filled:
    """From the whole down to the photos: where each cut falls."""
    a, b = branches
    x, y, w, h = (np.zeros_like(a) for _ in range(4))
    w[-1], h[-1] = block
    flat = [part.reshape(-1) for part in (a, b, x, y, w, h)]
    for cut in range(len(a) - 1, batch.photos - 1, -1):
        _part(flat, batch, cut, gap)
    cells = slice(0, batch.photos)
    return Filled(x[cells], y[cells], w[cells], h[cells], *block)


def _part(flat: Sequence[Floats], batch: Batch, cut: int, gap: float) -> None:
    a, b, x, y, w, h = flat
    row = cut - batch.photos
    one, other, beside = batch.one[row], batch.other[row], batch.beside[row]
    whole = slice(cut * len(one), (cut + 1) * len(one))
    width, height = w[whole], h[whole]
    first_width = np.where(beside, a[one] * height + b[one], width)
    first_height = np.where(beside, height, (width - b[one]) / a[one])
    x[one], y[one], w[one], h[one] = x[whole], y[whole], first_width, first_height
    x[other] = x[whole] + np.where(beside, first_width + gap, 0.0)
    y[other] = y[whole] + np.where(beside, 0.0, first_height + gap)
    w[other] = np.where(beside, width - first_width - gap, width)
    h[other] = np.where(beside, height, height - first_height - gap)
