"""Moments of media that know their hour: cut where a gap is longer than is usual around it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from math import exp, log
from typing import Generic

from bot.gallery.alike import are_alike, cosines
from bot.gallery.facts import Place
from bot.gallery.moment_item import Key, MomentItem, are_apart

SURELY_ONE = timedelta(minutes=30)
SURELY_TWO = timedelta(hours=8)  # a night's sleep
ANOTHER_PLACE = timedelta(minutes=5)  # nobody leaves a square and its neighbours sooner
NEIGHBOURS = 10  # gaps on either side that say what is usual (Platt, PhotoTOC, 2003)
UNUSUAL = 17.0  # times the usual gap, from the same paper
PATIENCE = timedelta(hours=2)  # however rarely somebody takes a picture
STRETCH = 2.0  # how much longer a gap may be when place or looks stay the same
REMEMBERED = 5  # pictures of a moment that a picture without a place is compared with


@dataclass(frozen=True, slots=True)
class Clocked(Generic[Key]):
    """A media at the hour of a clock that is right."""

    item: MomentItem[Key]
    at: datetime


@dataclass(slots=True)
class _Open(Generic[Key]):
    """A moment that may go on: its media, and where it was last known to be."""

    media: list[Clocked[Key]] = field(default_factory=list)
    place: Place | None = None

    @property
    def last(self) -> Clocked[Key]:
        return self.media[-1]

    def add(self, one: Clocked[Key]) -> None:
        self.media.append(one)
        self.place = one.item.place or self.place


def by_gaps(timed: Sequence[Clocked[Key]]) -> list[list[MomentItem[Key]]]:
    """Moments by their first media; two may go on at once, in two places."""
    line = sorted(timed, key=lambda one: one.at)
    gaps = [after.at - before.at for before, after in pairwise(line)]
    moments: list[_Open[Key]] = []
    still_open: list[_Open[Key]] = []
    for index, one in enumerate(line):
        still_open = [moment for moment in still_open if one.at - moment.last.at < SURELY_TWO]
        usual = _usual(gaps, index - 1) if index else timedelta()
        fitting = [moment for moment in still_open if not _is_cut(moment, one, usual=usual)]
        moment = _best(fitting, one)
        if moment is None:
            moment = _Open()
            moments.append(moment)
            still_open.append(moment)
        moment.add(one)
    return [[one.item for one in moment.media] for moment in moments]


def _usual(gaps: Sequence[timedelta], index: int) -> timedelta:
    """The geometric mean of the gaps around one, that one left out."""
    around = [*gaps[max(index - NEIGHBOURS, 0) : index], *gaps[index + 1 : index + 1 + NEIGHBOURS]]
    if not around:
        return timedelta()
    seconds = [max(gap.total_seconds(), 1.0) for gap in around]
    return timedelta(seconds=exp(sum(map(log, seconds)) / len(seconds)))


def _is_cut(moment: _Open[Key], one: Clocked[Key], *, usual: timedelta) -> bool:
    gap = one.at - moment.last.at
    if are_apart(moment.place, one.item.place):
        return gap >= ANOTHER_PLACE
    if gap <= SURELY_ONE or gap >= SURELY_TWO:
        return gap >= SURELY_TWO
    stays = moment.place is not None and one.item.place is not None
    stretch = STRETCH ** (stays + are_alike(moment.last.item, one.item))
    return gap > min(max(SURELY_ONE, usual * UNUSUAL), PATIENCE) * stretch


def _best(fitting: Sequence[_Open[Key]], one: Clocked[Key]) -> _Open[Key] | None:
    """The one it surely belongs to: by place, or else by looks, the latest between equals."""
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    if one.item.place is None:
        return max(fitting, key=lambda moment: (_likeness(moment, one), moment.last.at))
    near = [moment for moment in fitting if not are_apart(moment.place, one.item.place)]
    return max(near or fitting, key=lambda moment: moment.last.at)


def _likeness(moment: _Open[Key], one: Clocked[Key]) -> float:
    shown = [media.item for media in moment.media[-REMEMBERED:]]
    return round(float(cosines([one.item], shown).max()), 2)
