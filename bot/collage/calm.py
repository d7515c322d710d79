"""Where on a picture letters may lie: the calmest band, never over a face."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.pixels.geometry import Box
from bot.vision.sight import Sight

BAND: Final = 0.26  # of the height, for a title of two lines and what stands beside it
BUSY: Final = 1.15  # times its share of the height: what is looked at may lie under letters
QUIET: Final = 0.8  # times its share: what may be hidden altogether
SOFT_TOP, SOFT_BOTTOM = 0.35, 0.12  # of a face's height: hair and chin stay free, too
HEAD: Final = 0.7  # of a person's width, from the top down: hair to chin, also of a bust
LIKED: Final = 0.04  # by which the upper end wins: where a magazine's name stands


@dataclass(frozen=True, slots=True)
class Calm:
    """A band from side to side, in shares of the height that is seen; the lower, the calmer."""

    top: float
    bottom: float
    busy: float

    @property
    def is_upper(self) -> bool:
        return self.top + self.bottom < 1


def calmest(
    sight: Sight, seen: Box | None = None, band: float = BAND, free: tuple[float, float] = (0, 1)
) -> Calm | None:
    """The upper or the lower end of what is seen; None where a face lies in both.

    A person whose face is not known, because nobody may look for faces, has one at the top.
    seen: the part of the picture on the page; None for all of it.
    free: how much of that part may hold letters, from and to, in shares of its height.
    """
    window = seen or Box(0.0, 0.0, 1.0, 1.0)
    ends = ((free[0], free[0] + band), (free[1] - band, free[1]))
    faces = _faces(sight, window)
    calm = [
        Calm(top, bottom, _busy(sight.saliency_y, window, top, bottom))
        for top, bottom in ends
        if not _is_over_face(faces, top, bottom)
    ]
    quiet = [one for one in calm if one.busy <= BUSY * band]
    return min(quiet, key=lambda one: one.busy - LIKED * one.is_upper, default=None)


def is_quiet(sight: Sight, seen: Box, top: float, bottom: float) -> bool:
    """Whether other pictures may lie on a band of what is seen: no face, little to look at."""
    faces = _faces(sight, seen)
    is_dull = _busy(sight.saliency_y, seen, top, bottom) <= QUIET * (bottom - top)
    return is_dull and not _is_over_face(faces, top, bottom)


def _faces(sight: Sight, window: Box) -> list[tuple[float, float]]:
    """Where each begins and ends, with hair and chin, in shares of the window's height."""
    spans = [
        (face.top - SOFT_TOP * face.height, face.bottom + SOFT_BOTTOM * face.height)
        for face in sight.faces
    ]
    return [
        ((top - window.top) / window.height, (bottom - window.top) / window.height)
        for top, bottom in (*spans, *_heads(sight))
    ]


def _heads(sight: Sight) -> Iterator[tuple[float, float]]:
    """Where those are of whom no face is known, in shares of the picture's height."""
    for person in sight.people:
        if not any(_is_in(face, person) for face in sight.faces):
            high = HEAD * person.width * sight.size.aspect
            yield person.top, min(person.bottom, person.top + high)


def _is_in(face: Box, person: Box) -> bool:
    x, y = (face.left + face.right) / 2, (face.top + face.bottom) / 2
    return person.left < x < person.right and person.top < y < person.bottom


def _is_over_face(faces: Sequence[tuple[float, float]], top: float, bottom: float) -> bool:
    return any(first < bottom and top < last for first, last in faces)


def _busy(profile: tuple[float, ...], window: Box, top: float, bottom: float) -> float:
    """The share of what is looked at, of all that the window shows."""
    total = np.concatenate([[0.0], np.cumsum(profile)])
    edges = np.linspace(0.0, 1.0, len(total))
    at = window.top + np.array([0.0, 1.0, top, bottom]) * window.height
    first, last, start, end = np.interp(at, edges, total)
    return float((end - start) / max(1e-6, last - first))
