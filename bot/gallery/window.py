"""Which part of a picture a thumbnail shows: what matters most, every face whole, or all of it."""

from collections.abc import Sequence
from itertools import accumulate
from math import log
from typing import Final

from bot.pixels.geometry import Box
from bot.vision.sight import PROFILE_BINS, Sight

WHOLE: Final = Box(0.0, 0.0, 1.0, 1.0)
AS_GOOD_AS_WHOLE: Final = 0.02  # |ln| of the two aspects
AROUND_FACE: Final = 0.20  # of its size: hair and chin, kept where there is room
STEPS: Final = 48
UPPER: Final = 0.35  # where a window stands that nothing draws: heads are above, ground below
PULL: Final = 0.15  # of being there, against all the saliency there is
CUT_PERSON: Final = 0.3  # what half a person costs

Span = tuple[float, float]


def window(sight: Sight, aspect: float) -> Box | None:
    """The part of that aspect to show; None where none holds every face: then show it whole.

    aspect: width / height in pixels of the thumbnail.
    """
    ratio = log(aspect / sight.size.aspect)
    if abs(ratio) < AS_GOOD_AS_WHOLE:
        return WHOLE
    is_narrow = ratio < 0
    length = min(1.0, aspect / sight.size.aspect if is_narrow else sight.size.aspect / aspect)
    room = _room([_along(face, is_narrow) for face in sight.faces], length)
    if room is None:
        return None
    people = [_along(person, is_narrow) for person in sight.people]
    profile = sight.saliency_x if is_narrow else sight.saliency_y
    start = _best(room, length, profile, people, 0.5 if is_narrow else UPPER)
    end = min(1.0, start + length)
    return Box(start, 0.0, end, 1.0) if is_narrow else Box(0.0, start, 1.0, end)


def middle(picture_aspect: float, aspect: float) -> Box:
    """The same where nobody looked: the middle of the width, a little above that of the height."""
    share = aspect / picture_aspect
    if share < 1:
        return Box((1 - share) / 2, 0.0, (1 + share) / 2, 1.0)
    top = (1 - 1 / share) * UPPER
    return Box(0.0, top, 1.0, min(1.0, top + 1 / share))


def _along(box: Box, is_narrow: bool) -> Span:  # noqa: FBT001 - which axis, nothing to name
    return (box.left, box.right) if is_narrow else (box.top, box.bottom)


def _room(faces: Sequence[Span], length: float) -> Span | None:
    """From where to where a window may start; None where the faces lie too far apart."""
    for margin in (AROUND_FACE, 0.0):
        low = min((max(0.0, a - margin * (b - a)) for a, b in faces), default=1.0)
        high = max((min(1.0, b + margin * (b - a)) for a, b in faces), default=0.0)
        if high - low <= length:
            first = max(0.0, high - length)
            return first, max(first, min(low, 1.0 - length))
    return None


def _best(
    room: Span, length: float, profile: Sequence[float], people: Sequence[Span], middle: float
) -> float:
    """The start that keeps most of what draws the eye and cuts the fewest persons."""
    total = [0.0, *accumulate(profile)]

    def worth(start: float) -> float:
        kept = _up_to(total, start + length) - _up_to(total, start)
        cut = sum(_is_cut(person, start, start + length) for person in people)
        return kept - CUT_PERSON * cut - PULL * abs(start - middle * (1 - length))

    starts = [room[0] + (room[1] - room[0]) * step / STEPS for step in range(STEPS + 1)]
    return max(starts, key=worth)


def _up_to(total: Sequence[float], where: float) -> float:
    """How much of a profile lies before a share of the picture."""
    at = min(max(where, 0.0), 1.0) * PROFILE_BINS
    whole = min(int(at), PROFILE_BINS - 1)
    return total[whole] + (total[whole + 1] - total[whole]) * (at - whole)


def _is_cut(person: Span, start: float, end: float) -> bool:
    return person[0] < start < person[1] or person[0] < end < person[1]
