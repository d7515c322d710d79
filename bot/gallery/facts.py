"""What is known about a media: when and where it was taken, and what its owner said of it."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How long the span is that a date stands for."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


MONTHS_OF = {
    Precision.MONTH: 1,
    Precision.SEASON: 3,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
}


class Source(StrEnum):
    """Who said when it was taken, the most believable first."""

    TYPED = "typed"
    EXIF = "exif"
    TAKEOUT = "takeout"
    FILM = "film"
    FILE_NAME = "file_name"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class TakenAt:
    """When a media was taken, on the clock of the place where it was taken.

    first: the first day of the span.
    time: only where the camera said it, and only with a precision of one day.
    is_guess: about then ("vers 1985"), not exactly then.
    """

    first: dt.date
    precision: Precision = Precision.DAY
    source: Source = Source.TYPED
    time: dt.time | None = None
    is_guess: bool = False

    @property
    def last(self) -> dt.date:
        """The last day of the span."""
        if self.precision is Precision.DAY:
            return self.first
        months = self.first.year * 12 + self.first.month - 1 + MONTHS_OF[self.precision] - 1
        year, month = divmod(months, 12)
        return dt.date(year, month + 1, monthrange(year, month + 1)[1])

    @property
    def local(self) -> dt.datetime | None:
        """Local date and time, naive: cameras rarely say their zone. None without a time."""
        return None if self.time is None else dt.datetime.combine(self.first, self.time)


@dataclass(frozen=True, slots=True)
class Place:
    """A town by name; the coordinates it came from are never kept.

    country: ISO 3166 alpha-2; empty for a place that only its owner names.
    cell: which square of about 5 km, see `bot.gallery.cells`; empty where the place was only said.
    nickname: what its owner calls it, shown to them instead of the town.
    """

    name: str
    country: str
    cell: str = ""
    nickname: str | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What was known until its owner's last words, for whoever takes them back.

    said_at: when these words came; all that one message said has the same.
    """

    said_at: dt.datetime
    taken: TakenAt | None = None
    note: str | None = None
    said_place: Place | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that captions, titles, moments and memories may say about one media.

    place: where, as far as is known; what its owner said wins over coordinates.
    said_place: what its owner said of where. is_scan: a picture of a picture, made on a day
    that says nothing of the day it shows.
    """

    taken: TakenAt | None = None
    place: Place | None = None
    note: str | None = None
    said_place: Place | None = None
    is_scan: bool = False
    before: Before | None = None

    @property
    def is_of_another_day(self) -> bool:
        """A scan that nobody dated: surely not of the day of what it was given with."""
        return self.is_scan and self.taken is None


def dates_of(media: Iterable[Facts]) -> list[TakenAt]:
    """When these were taken, where that may be said of them together.

    Nothing where one of them is of another day.
    """
    known = list(media)
    if any(one.is_of_another_day for one in known):
        return []
    return [one.taken for one in known if one.taken]


def most_believable(dates: Iterable[TakenAt | None]) -> TakenAt | None:
    """What its owner typed, else what is no guess, by who said it; None where nobody did."""
    known = [taken for taken in dates if taken]
    return min(known, key=_doubt, default=None)


def _doubt(taken: TakenAt) -> tuple[bool, int]:
    is_doubtful = taken.is_guess and taken.source is not Source.TYPED
    return is_doubtful, tuple(Source).index(taken.source)
