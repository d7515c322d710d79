"""Where the stops of a journey stand on a page: rows of them, each as wide as its photos ask."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from heapq import nsmallest
from itertools import combinations, pairwise, product
from math import log
from typing import Final

from bot.collage.pages.rows import LOOSEST, Piece, Rows, natural_aspect, pieces, split
from bot.collage.plan import PlanPhoto

MOST_IN_ROW: Final = 4  # stops: more names would not fit under them
WAYS: Final = {1: 12, 2: 8, 3: 5, 4: 4}  # of cutting a stop's photos into rows, by stops beside it
NEAR: Final = 12  # ways for a band that are looked at more closely
EVEN: Final = 0.35  # what photos of unlike sizes cost, beside photos that must be bent
NARROW: Final = 2.0  # what each stop costs for the share of its name that is wider than it
TURNS, AS_GOOD = 3, 0.6  # ways that are shown in turn, and what they may cost more
BARE: Final = 2.0  # what paper costs where photos could not be bent further
CROWDED: Final = 0.9  # what names cost that take the room of photos

Ways = list[tuple[Rows, float]]
WaysOf = Callable[[tuple[Piece, ...], int], Ways]


@dataclass(frozen=True, slots=True, eq=False)
class Stop:
    """A place, and its photos in the order of their days."""

    place: str
    photos: tuple[PlanPhoto, ...]
    pieces: tuple[Piece, ...]

    @property
    def days(self) -> list[date]:
        return [photo.taken for photo in self.photos if photo.taken]


@dataclass(frozen=True, slots=True)
class Band:
    """Stops beside one another, each with its photos in rows, and the aspect of those."""

    stops: tuple[Stop, ...]
    rows: tuple[Rows, ...]
    aspects: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Pixels that all bands share: a band's width, all their heights, what lies under each.

    names: the least width of each stop's name.
    """

    width: int
    height: int
    under: int
    gutter: int
    names: tuple[int, ...]


def stops_of(photos: Sequence[PlanPhoto]) -> list[Stop]:
    """In the order of the first day at each; a photo without a place belongs to the one before.

    What has no day comes last, in the order given.
    """
    ordered = sorted(photos, key=lambda photo: photo.taken or date.max)
    place = next((photo.place for photo in ordered if photo.place), "")
    stops: dict[str, list[PlanPhoto]] = {}
    for photo in ordered:
        place = photo.place or place
        stops.setdefault(place, []).append(photo)
    return [Stop(name, tuple(some), tuple(pieces(some))) for name, some in stops.items()]


def bands_of(stops: Sequence[Stop], ground: Ground, turn: int) -> list[Band]:
    """The way to break their order into bands that bends the photos least.

    turn: which of the few that are nearly as good, counted from 0 and round.
    """
    names = dict(zip(stops, ground.names, strict=True))
    ways_of = cache(_ways)

    @cache
    def band(start: int, end: int, count: int) -> Band:
        target = (ground.height - count * ground.under) / count
        ways = _bands(tuple(stops[start:end]), ways_of)
        near = nsmallest(NEAR, ways, key=lambda one: _bent([one], ground, target))
        return min(near, key=lambda one: _bent([one], ground, target) + looks([one]))

    def looks(bands: Sequence[Band]) -> float:
        return EVEN * _unevenness(bands, ground) + NARROW * _narrow(bands, ground, names)

    def cost(bands: Sequence[Band]) -> float:
        room = max(1.0, ground.height - len(bands) * ground.under)
        bent = _bent(bands, ground, room)
        lost = BARE * max(0.0, bent - LOOSEST) + CROWDED * log(ground.height / room)
        return bent + lost + looks(bands)

    ways = (
        [band(start, end, len(cuts) - 1) for start, end in pairwise(cuts)]
        for cuts in _cuts(len(stops))
    )
    best = sorted(((cost(way), way) for way in ways), key=_first)[:TURNS]
    good = [way for one, way in best if one <= best[0][0] + AS_GOOD]
    return good[turn % len(good)]


def _first(one: tuple[float, list[Band]]) -> float:
    return one[0]


def _cuts(count: int) -> Iterator[tuple[int, ...]]:
    for inner in range(count):
        for cuts in combinations(range(1, count), inner):
            whole = (0, *cuts, count)
            if all(end - start <= MOST_IN_ROW for start, end in pairwise(whole)):
                yield whole


def _bands(stops: tuple[Stop, ...], ways_of: WaysOf) -> Iterator[Band]:
    most = WAYS[len(stops)]
    ways = [ways_of(stop.pieces, most) for stop in stops]
    return (
        Band(stops, tuple(rows for rows, _ in way), tuple(aspect for _, aspect in way))
        for way in product(*ways)
    )


def _ways(some: tuple[Piece, ...], most: int) -> Ways:
    """The rows that photos may stand in, at most so many, and the aspect of each way."""
    ways = (split(some, count) for count in range(1, min(most, len(some)) + 1))
    return [(rows, natural_aspect(rows)) for rows in ways]


def _height(band: Band, ground: Ground) -> float:
    """Of whole photos in that width."""
    return (ground.width - ground.gutter * (len(band.stops) - 1)) / sum(band.aspects)


def _bent(bands: Sequence[Band], ground: Ground, height: float) -> float:
    """How far their photos must be, so that they are that high together."""
    return abs(log(sum(_height(one, ground) for one in bands) / max(1.0, height)))


def _unevenness(bands: Sequence[Band], ground: Ground) -> float:
    """How much larger the largest photo is than the smallest, as ln."""
    areas = [
        piece.aspect * (_height(band, ground) * aspect / sum(one.aspect for one in row)) ** 2
        for band in bands
        for rows, aspect in zip(band.rows, band.aspects, strict=True)
        for row in rows
        for piece in row
    ]
    return log(max(areas) / min(areas))


def _narrow(bands: Sequence[Band], ground: Ground, names: Mapping[Stop, int]) -> float:
    return sum(
        max(0.0, names[stop] / (aspect * _height(band, ground)) - 1)
        for band in bands
        for stop, aspect in zip(band.stops, band.aspects, strict=True)
    )
