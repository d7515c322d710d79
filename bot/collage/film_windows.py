"""How a shot moves over its photo: every face whole from the first frame to the last.

A window moves by equal steps of its edges, so what both its ends show whole is never cut between.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.collage.plan import PixelBox
from bot.pixels.geometry import Box, Size
from bot.vision.sight import Sight

MARGINS: Final = (0.30, 0.08, 0.0)  # of a face's size kept around it, as much as there is room for
ZOOM: Final = 0.88  # of the window's side at the nearer end
PAN: Final = 0.94
STROLL: Final = 0.30  # of a window's side that it moves at most
CROPPED: Final = 0.80  # of a side seen: where less is, the window strolls along it
LEAST_KEPT: Final = 0.55  # of what there is to see; else the photo is shown nearly whole
MOSTLY_KEPT: Final = 0.72  # of it on a backdrop, where there is a choice
BETWEEN: Final = (0.8, 1.0, 1.25)  # aspects of what lies on a backdrop, tallest first
MOST_ENLARGED: Final = 2.5  # times its own pixels, before a photo is shown smaller
WIDEST, TALLEST = 1.78, 0.62  # aspects of what lies on a backdrop
WHOLE: Final = Box(0.0, 0.0, 1.0, 1.0)
UPPER: Final = 0.42  # heads stand in the upper half


@dataclass(frozen=True, slots=True)
class Move:
    """Windows at both ends, and where on the page they are seen."""

    begin: Box
    end: Box
    on_page: PixelBox


@dataclass(frozen=True, slots=True)
class _Frame:
    """The largest window of an aspect, in shares, and what it must hold."""

    width: float
    height: float
    faces: Box | None

    def at(self, share: float, across: float, down: float) -> Box:
        """A window of that share of the largest, its middle as near there as the faces allow."""
        share = max(share, self.least)
        width, height = self.width * share, self.height * share
        held = self.faces
        left = _within(across - width / 2, width, (held.left, held.right) if held else None)
        top = _within(down - height / 2, height, (held.top, held.bottom) if held else None)
        return Box(left, top, min(1.0, left + width), min(1.0, top + height))

    @property
    def least(self) -> float:
        """The share of the largest window that still holds every face."""
        if self.faces is None:
            return 0.0
        return min(1.0, max(self.faces.width / self.width, self.faces.height / self.height))


def _within(start: float, length: float, held: tuple[float, float] | None) -> float:
    low, high = 0.0, 1.0 - length
    if held:
        low, high = max(low, held[1] - length), min(high, held[0])
    return min(max(start, low), max(low, high))


def move(sight: Sight, page: Size, dice: random.Random, *, is_still: bool = False) -> Move:
    """How the picture fills the page; where faces or the view would be lost, on a backdrop.

    is_still: for a clip, which moves by itself.
    """
    whole = PixelBox(0, 0, page.width, page.height)
    full = _frame(sight, page.aspect)
    if full is not None and _fills(sight, full, page.width, LEAST_KEPT):
        return _moved(sight, full, whole, dice, is_still=is_still)
    box = _in_the_middle(_aspect(sight, page), page)
    part = _frame(sight, box.size.aspect)
    if part is None:  # faces from edge to edge
        box = _in_the_middle(sight.size.aspect, page)
        part = _frame(sight, box.size.aspect) or _Frame(1.0, 1.0, WHOLE)  # and does not move
    return _moved(sight, part, box, dice, is_still=is_still)


def _aspect(sight: Sight, page: Size) -> float:
    """Of what lies on the backdrop: as near to the page's as leaves nearly all there is to see."""
    own = min(max(sight.size.aspect, min(TALLEST, page.aspect)), max(WIDEST, page.aspect))
    nearer = [one for one in BETWEEN if page.aspect < one < own]
    for aspect in nearer:
        frame = _frame(sight, aspect)
        width = _in_the_middle(aspect, page).width
        if frame is not None and _fills(sight, frame, width, MOSTLY_KEPT):
            return aspect
    return own


def _largest(sight: Sight, aspect: float) -> tuple[float, float]:
    ratio = aspect / sight.size.aspect
    return min(1.0, ratio), min(1.0, 1 / ratio)


def _frame(sight: Sight, aspect: float) -> _Frame | None:
    """None where no window of that aspect holds every face."""
    width, height = _largest(sight, aspect)
    if not sight.faces:
        return _Frame(width, height, None)
    for margin in MARGINS:
        faces = _around(sight.faces, margin)
        if faces.width <= width and faces.height <= height:
            return _Frame(width, height, faces)
    return None


def _around(faces: Sequence[Box], margin: float) -> Box:
    return Box(
        max(0.0, min(face.left - margin * face.width for face in faces)),
        max(0.0, min(face.top - margin * face.height for face in faces)),
        min(1.0, max(face.right + margin * face.width for face in faces)),
        min(1.0, max(face.bottom + margin * face.height for face in faces)),
    )


def _fills(sight: Sight, frame: _Frame, width: int, least_kept: float) -> bool:
    """Whether enough of the view stays, at a size at which it is still sharp.

    width: on the page, in pixels.
    """
    pixels = frame.width * sight.size.width
    if width > MOST_ENLARGED * pixels:
        return False
    profile, length = _cropped(sight, frame)
    reach = min(1.0, length * (1 + STROLL))
    return _best(profile, reach)[1] >= least_kept


def _cropped(sight: Sight, frame: _Frame) -> tuple[tuple[float, ...], float]:
    """The profile along the side that is cropped, and how much of that side is seen."""
    if frame.width < frame.height:
        return sight.saliency_x, frame.width
    return sight.saliency_y, frame.height


def _best(profile: Sequence[float], length: float) -> tuple[float, float]:
    """The middle of the stretch of that length that shows most, and how much that is."""
    total = np.concatenate([[0.0], np.cumsum(profile)])
    edges = np.linspace(0.0, 1.0, len(total))
    starts = np.linspace(0.0, 1.0 - length, 65)
    kept = np.interp(starts + length, edges, total) - np.interp(starts, edges, total)
    best = int(np.argmax(kept - 0.02 * np.abs(starts - (1.0 - length) / 2)))
    return float(starts[best]) + length / 2, float(kept[best])


def _moved(
    sight: Sight, frame: _Frame, box: PixelBox, dice: random.Random, *, is_still: bool
) -> Move:
    across, down = _focus(sight, frame)
    if is_still:
        window = frame.at(1.0, across, down)
        return Move(window, window, box)
    ends = _stroll(frame, across, down) or _zoom(frame, across, down)
    begin, end = ends if dice.random() < 0.5 else (ends[1], ends[0])  # noqa: PLR2004 - a coin
    return Move(begin, end, box)


def _stroll(frame: _Frame, across: float, down: float) -> tuple[Box, Box] | None:
    """Along the side that is cropped; None where little is, or where the faces hold it still."""
    if min(frame.width, frame.height) >= CROPPED:
        return None
    is_across = frame.width < frame.height
    half = STROLL / 2 * (frame.width if is_across else frame.height)
    steps = (half, 0.0) if is_across else (0.0, half)
    ends = (
        frame.at(PAN, across - steps[0], down - steps[1]),
        frame.at(PAN, across + steps[0], down + steps[1]),
    )
    gone = abs(ends[0].left - ends[1].left) + abs(ends[0].top - ends[1].top)
    return ends if gone > half else None


def _zoom(frame: _Frame, across: float, down: float) -> tuple[Box, Box]:
    return frame.at(1.0, across, down), frame.at(ZOOM, across, down)


def _focus(sight: Sight, frame: _Frame) -> tuple[float, float]:
    """Where to look: the middle of the faces, else where there is most to see."""
    faces = frame.faces
    if faces is not None:
        return (faces.left + faces.right) / 2, (faces.top + faces.bottom) / 2 + 0.04
    across = _best(sight.saliency_x, min(1.0, frame.width * ZOOM))[0]
    down = _best(sight.saliency_y, min(1.0, frame.height * ZOOM))[0]
    return across, down


def _in_the_middle(aspect: float, page: Size) -> PixelBox:
    """As large as the page allows; sides even, as a film's colours need them."""
    if aspect >= page.aspect:
        width, height = page.width, max(2, round(page.width / aspect / 2) * 2)
    else:
        width, height = max(2, round(page.height * aspect / 2) * 2), page.height
    width, height = min(width, page.width), min(height, page.height)
    left = (page.width - width) // 4 * 2
    top = round((page.height - height) * UPPER / 2) * 2
    return PixelBox(left, top, width, height)
