"""Which media belong to one moment: close in time, in place and in looks, even across midnight."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from math import exp, log
from typing import Generic, TypeVar

import numpy as np

from bot.gallery.cells import are_neighbours
from bot.gallery.facts import Place, Precision, TakenAt
from bot.vision.sight import Likeness

SURELY_ONE = timedelta(minutes=30)
SURELY_TWO = timedelta(hours=8)  # a night's sleep
ANOTHER_PLACE = timedelta(minutes=5)  # nobody leaves a square and its neighbours sooner
NEIGHBOURS = 10  # gaps on either side that say what is usual (Platt, PhotoTOC, 2003)
UNUSUAL = 17.0  # times the usual gap, from the same paper
PATIENCE = timedelta(hours=2)  # however rarely somebody takes a picture
ALIKE = 0.70  # cosine of pictures of one scene; different scenes stay under 0.60
STRETCH = 2.0  # how much longer a gap may be when place or looks stay the same

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class MomentItem(Generic[Key]):
    """One media as the grouping sees it.

    album: what was given in one go, if it was; it only counts together with a date.
    """

    key: Key
    taken: TakenAt | None = None
    place: Place | None = None
    likeness: Likeness | None = None
    album: str | None = None


def group(items: Sequence[MomentItem[Key]]) -> list[list[Key]]:
    """Every key once, in moments from the oldest to the newest, undated media last and alone."""
    timed = [item for item in items if item.taken and _is_timed(item.taken)]
    rest = [item for item in items if item.taken and not _is_timed(item.taken)]
    undated = [[item] for item in items if item.taken is None]
    moments = _by_gaps(timed)
    alone = [item for item in rest if not _joined(item, moments)]
    moments += _together(alone)
    moments.sort(key=lambda moment: _begin(moment[0]))
    return [[item.key for item in moment] for moment in [*moments, *undated]]


def _is_timed(taken: TakenAt) -> bool:
    return taken.local is not None and not taken.is_guess


def _is_sure_day(taken: TakenAt) -> bool:
    return taken.precision is Precision.DAY and not taken.is_guess


def _by_gaps(timed: Iterable[MomentItem[Key]]) -> list[list[MomentItem[Key]]]:
    """Cut the line of time where a gap is longer than what is usual around it."""
    line = sorted(timed, key=_begin)
    gaps = [_begin(after) - _begin(before) for before, after in pairwise(line)]
    moments = [line[:1]] if line else []
    for index, gap in enumerate(gaps):
        before, after = line[index], line[index + 1]
        if _is_cut(before, after, gap, usual=_usual(gaps, index)):
            moments.append([])
        moments[-1].append(after)
    return moments


def _usual(gaps: Sequence[timedelta], index: int) -> timedelta:
    """The geometric mean of the gaps around one, that one left out."""
    around = [*gaps[max(index - NEIGHBOURS, 0) : index], *gaps[index + 1 : index + 1 + NEIGHBOURS]]
    if not around:
        return timedelta()
    seconds = [max(gap.total_seconds(), 1.0) for gap in around]
    return timedelta(seconds=exp(sum(map(log, seconds)) / len(seconds)))


def _is_cut(
    before: MomentItem[Key], after: MomentItem[Key], gap: timedelta, *, usual: timedelta
) -> bool:
    if _are_apart(before.place, after.place):
        return gap >= ANOTHER_PLACE
    if gap <= SURELY_ONE or gap >= SURELY_TWO:
        return gap >= SURELY_TWO
    stays = before.place is not None and after.place is not None
    stretch = STRETCH ** (stays + _are_alike(before.likeness, after.likeness))
    return gap > min(max(SURELY_ONE, usual * UNUSUAL), PATIENCE) * stretch


def _are_apart(one: Place | None, other: Place | None) -> bool:
    """Whether both places are known and not even neighbours."""
    return one is not None and other is not None and not are_neighbours(one.cell, other.cell)


def _are_alike(one: Likeness | None, other: Likeness | None) -> bool:
    if one is None or other is None or not one.vector or not other.vector:
        return False
    vectors = [np.frombuffer(look.vector, "<f2").astype(np.float32) for look in (one, other)]
    return float(vectors[0] @ vectors[1]) >= ALIKE


def _joined(item: MomentItem[Key], moments: Sequence[list[MomentItem[Key]]]) -> bool:
    """Add a media that knows its day but not its hour, if only one moment of that day fits."""
    if not item.taken or not _is_sure_day(item.taken):
        return False
    day = item.taken.first
    fits = [
        moment
        for moment in moments
        if any(_day(other) == day for other in moment)
        and not any(_are_apart(item.place, other.place) for other in moment)
    ]
    if len(fits) != 1:
        return False
    fits[0].append(item)
    return True


def _together(rest: Sequence[MomentItem[Key]]) -> list[list[MomentItem[Key]]]:
    """Media of one day and place; a vague date or a guess counts within one album only."""
    found: dict[object, list[MomentItem[Key]]] = defaultdict(list)
    for item in rest:
        found[_likely_same(item)].append(item)
    return list(found.values())


def _likely_same(item: MomentItem[Key]) -> object:
    taken, town = item.taken, item.place and (item.place.name, item.place.country)
    if taken and _is_sure_day(taken):
        return taken.first, town
    return (taken, item.album) if item.album else item.key


def _day(item: MomentItem[Key]) -> date:
    return _begin(item).date()


def _begin(item: MomentItem[Key]) -> datetime:
    if item.taken is None:
        raise ValueError("a media without a date has no beginning")
    return item.taken.local or datetime.combine(item.taken.first, datetime.min.time())
