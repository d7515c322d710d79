"""One media as the grouping into moments sees it."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from bot.gallery.cells import are_neighbours
from bot.gallery.facts import Place, Precision, TakenAt
from bot.vision.sight import Likeness

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class MomentItem(Generic[Key]):
    """When, where, what it looks like, and with what it was given.

    album: what was given in one go, if it was. order: its place there.
    is_drawn: a screenshot or a paper, which happens nowhere: alone it joins nothing.
    """

    key: Key
    taken: TakenAt | None = None
    place: Place | None = None
    likeness: Likeness | None = None
    album: str | None = None
    order: int = 0
    is_drawn: bool = False

    @property
    def is_timed(self) -> bool:
        """Whether it knows its hour, and not by guessing."""
        return self.taken is not None and self.taken.local is not None and not self.taken.is_guess

    @property
    def sure_day(self) -> date | None:
        """The day it was surely taken, where it knows no more and no less."""
        taken = self.taken
        is_sure = taken and taken.precision is Precision.DAY and not taken.is_guess
        return taken.first if taken and is_sure else None

    @property
    def is_guessed_day(self) -> bool:
        """Whether it was taken about one day: that of a forward, or of a message."""
        taken = self.taken
        return taken is not None and taken.is_guess and taken.precision is Precision.DAY

    @property
    def begin(self) -> datetime:
        """On the clock of its camera; the first minute of the span where no hour is known."""
        if self.taken is None:
            raise ValueError("a media without a date has no beginning")
        return self.taken.local or datetime.combine(self.taken.first, datetime.min.time())


def are_apart(one: Place | None, other: Place | None) -> bool:
    """Whether both places are known and surely two: not neighbours, or in two countries."""
    if one is None or other is None:
        return False
    if one.cell and other.cell:
        return not are_neighbours(one.cell, other.cell)
    countries = {one.country, other.country} - {""}  # a place that is only said has no square
    return len(countries) > 1
