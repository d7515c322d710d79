"""Cameras whose clock is off by whole hours, told by what they saw together with another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic

import numpy as np

from bot.gallery.alike import cosines
from bot.gallery.gaps import Clocked
from bot.gallery.moment_item import Key, MomentItem, are_apart

FARTHEST = timedelta(hours=14)  # no two zones of the world are much farther apart
HOUR = timedelta(hours=1)
ROUND_ENOUGH = timedelta(minutes=20)  # two people photograph one thing within so long
SURELY_ALIKE = 0.85  # cosine: one subject from two sides, seldom two subjects
WITNESSES = 2  # pictures on either side that agree on the same number of hours
MOST_COMPARED = 24  # pictures of an album, and albums that follow it: enough to agree


@dataclass(frozen=True, slots=True)
class _Roll(Generic[Key]):
    """What one camera took: an album given in one go, in the order of its clock."""

    name: str
    items: Sequence[MomentItem[Key]]

    @property
    def begin(self) -> datetime:
        return self.items[0].begin

    @property
    def end(self) -> datetime:
        return self.items[-1].begin

    @property
    def knows_where(self) -> bool:
        """A phone that knows where it is has its time from the same network."""
        return any(item.place for item in self.items)

    def sample(self) -> Sequence[MomentItem[Key]]:
        return self.items[:: -(-len(self.items) // MOST_COMPARED)]


def clocked(timed: Iterable[MomentItem[Key]]) -> list[Clocked[Key]]:
    """Every media at its own hour, or at the one its camera should have shown."""
    items = list(timed)
    shifts = _shifts(_rolls(items))
    still = timedelta()
    return [Clocked(item, item.begin + shifts.get(item.album or "", still)) for item in items]


def _rolls(items: Sequence[MomentItem[Key]]) -> list[_Roll[Key]]:
    """Albums by their first media, without those too small to be a witness."""
    found: dict[str, list[MomentItem[Key]]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.begin):
        if item.album and not item.is_drawn:
            found[item.album].append(item)
    return [_Roll(name, roll) for name, roll in found.items() if len(roll) >= WITNESSES]


def _shifts(rolls: Sequence[_Roll[Key]]) -> Mapping[str, timedelta]:
    """By how much to move each album whose clock is off; nothing for the others."""
    shifts: dict[str, timedelta] = {}
    for place, roll in enumerate(rolls):
        for other in rolls[place + 1 : place + 1 + MOST_COMPARED]:
            if other.begin - roll.end > FARTHEST:
                break
            wrong, right = _wrong_first(roll, other)
            if {wrong.name, right.name}.isdisjoint(shifts):
                hours = _hours_between(right, wrong)
                shifts |= {wrong.name: -hours * HOUR} if hours else {}
    return shifts


def _wrong_first(one: _Roll[Key], other: _Roll[Key]) -> tuple[_Roll[Key], _Roll[Key]]:
    """The camera that knows where it is, else the one that took more, keeps its time."""
    standing = [(roll.knows_where, len(roll.items)) for roll in (one, other)]
    return (one, other) if standing[0] < standing[1] else (other, one)


def _hours_between(right: _Roll[Key], wrong: _Roll[Key]) -> int:
    """How many whole hours `wrong` is ahead; 0 where nothing says so, or they met anyway."""
    if wrong.knows_where or (right.begin <= wrong.end and wrong.begin <= right.end):
        return 0
    agreed = _votes(right.sample(), wrong.sample())
    hours, count = max(agreed.items(), key=lambda vote: vote[1], default=(0, 0))
    runner_up = max((votes for other, votes in agreed.items() if other != hours), default=0)
    moved = -hours * HOUR
    meet = wrong.begin + moved <= right.end + HOUR and right.begin <= wrong.end + moved + HOUR
    return hours if count >= WITNESSES and count > runner_up and meet else 0


def _votes(
    right: Sequence[MomentItem[Key]], wrong: Sequence[MomentItem[Key]]
) -> Mapping[int, int]:
    """For each number of hours, how many pictures on either side speak for it."""
    witnesses: dict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for one, other in np.argwhere(cosines(right, wrong) >= SURELY_ALIKE).tolist():
        ahead = wrong[other].begin - right[one].begin
        hours = round(ahead / HOUR)
        is_round = abs(ahead - hours * HOUR) <= ROUND_ENOUGH and abs(ahead) <= FARTHEST
        if hours and is_round and not are_apart(right[one].place, wrong[other].place):
            witnesses[hours][0].add(one)
            witnesses[hours][1].add(other)
    return Counter({hours: min(map(len, sides)) for hours, sides in witnesses.items()})
