"""A gallery as a catalogue: its years, moments and pages, and which picture stands for which."""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final, TypeVar
from uuid import UUID

from bot.gallery.facts import Facts
from bot.vision.sight import Sight
from storage.gallery import MediaId, MediaKind, MomentId
from storage.gallery_browse import Among, Group
from storage.gallery_rows import Shelf

MOST_YEARS: Final = 4  # on one page
MOST_MOMENTS: Final = 9
MOST_PICTURES: Final = 12
A_STRIP: Final = 4  # pictures that stand for a year
SAMPLE: Final = 8  # of a year, to choose its pictures from
TOLD: Final = 24  # of a moment, to choose its cover and its title from: milliseconds to open
UNDATED: Final = "0"
UUID_LETTERS: Final = 32
MONTH: Final = re.compile(r"[1-9][0-9]{0,3}(0[1-9]|1[0-2])", re.ASCII)

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Span:
    """One page of several; page counts from 0, skip is what lies before it."""

    page: int
    pages: int
    skip: int


@dataclass(frozen=True, slots=True)
class Thumb:
    """A media among others on a page."""

    media: MediaId
    kind: MediaKind
    facts: Facts


@dataclass(frozen=True, slots=True)
class Year:
    """A year in a strip: its cover first. year: None for what has no date."""

    year: int | None
    count: int
    pictures: tuple[Thumb, ...]


@dataclass(frozen=True, slots=True)
class Doors:
    """What lies beside the pages: how much of it; None where counting would open too much."""

    hidden: int = 0
    private: int = 0
    left_out: int | None = 0


@dataclass(frozen=True, slots=True)
class Home:
    """The first page: years, and all that there is.

    taken_back: posts that are gone again; what they showed stays among the shared, as people
    may have seen it.
    """

    shelf: Shelf
    years: tuple[Year, ...]
    span: Span
    doors: Doors
    taken_back: int = 0

    @property
    def is_empty(self) -> bool:
        return not self.shelf.photos + self.shelf.films + self.doors.hidden


@dataclass(frozen=True, slots=True)
class MomentCover:
    """A moment in its year: some of its facts, its cover, and how many it holds.

    journey: the facts of the weekend or the journey that it is part of, with others.
    """

    group: Group
    count: int
    facts: tuple[Facts, ...]
    cover: Thumb
    journey: tuple[Facts, ...] = ()


@dataclass(frozen=True, slots=True)
class YearPage:
    """The moments of a year, the latest first. year: None for what has no date."""

    year: int | None
    count: int
    moments: tuple[MomentCover, ...]
    total: int
    span: Span


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of thumbnails. sample: facts from all over it, for its title.

    among: what it is a page of; None for media that were named one by one. siblings: how many
    groups the year has that it begins in.
    """

    among: Among | None
    thumbs: tuple[Thumb, ...]
    sample: tuple[Facts, ...]
    total: int
    span: Span
    year: int | None = None
    siblings: int = 0


def span(page: int, total: int, most: int) -> Span:
    """The page asked for, or the nearest that is there; nothing at all is one empty page."""
    pages = max(1, ceil(total / most))
    nearest = min(max(page, 0), pages - 1)
    return Span(nearest, pages, nearest * most)


def page_of(place: int, most: int = MOST_PICTURES) -> int:
    """On which page something stands that so many come before."""
    return max(place, 0) // most


def group_key(group: Group) -> str:
    """A group as a button carries it: 32 letters at most."""
    if group.moment is not None:
        return group.moment.hex
    return str(group.month) if group.month is not None else UNDATED


def group_from(key: str) -> Group | None:
    """None for what no button of ours ever carried."""
    if key == UNDATED:
        return Group()
    if MONTH.fullmatch(key):
        return Group(month=int(key))
    try:
        return Group(moment=MomentId(UUID(hex=key))) if len(key) == UUID_LETTERS else None
    except ValueError:
        return None


def cover_first(pictures: Sequence[Key], sights: Mapping[Key, Sight], most: int) -> list[Key]:
    """The best of them first, then the next best in their own order; unseen ones as they come.

    A screenshot or a document stands for a year only where there is nothing else.
    """
    best = sorted(pictures, key=lambda key: -_worth(sights.get(key)))[:most]
    return [*best[:1], *(key for key in pictures if key in best[1:])]


def _worth(sight: Sight | None) -> float:
    if sight is None:
        return 0.0
    made = sight.quality
    return made.sharpness + made.exposure + made.colour if sight.may_be_suggested else -1.0
