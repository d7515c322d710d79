"""A journey without a map: its places in order, on one line from the first to the last."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from bot.collage.arranged import Arranged, PageWanted
from bot.collage.choice import at_most
from bot.collage.lettering_words import smallest_pixels
from bot.collage.page import MOST_PHOTOS, page_hue
from bot.collage.pages.journey_words import (
    NAME_LEADING,
    name_pixels,
    told,
    widest_words,
)
from bot.collage.pages.lettered import above, titled
from bot.collage.pages.rows import filled, heights
from bot.collage.pages.shown import Shown, left_out, shown_of
from bot.collage.pages.stops import Band, Ground, Stop, bands_of, stops_of
from bot.collage.plan import Cell, Mark, MarkKind, PixelBox
from bot.collage.told import broken
from bot.pixels.tones import Colour, Tone

MOST_STOPS: Final = 8
GUTTER_SHARE: Final = 0.024  # of the shorter side, between stops
LINE_DOWN, UNDER = 0.88, 4.1  # sizes of a name, below the photos
SOFT: Final = 0.5  # of bare paper is filled by cropping; the rest stays around the block
WIDENED: Final = 1.25  # times its natural width: a name that asks for more is broken
DOT, RING, THICK = 0.5, 0.78, 0.08  # sizes of a name
LINE: Final = Tone(lightness=56, chroma=38)


def arrange(wanted: PageWanted) -> Arranged:
    shown = shown_of(wanted, wanted.photos)
    stops = _kept(shown)
    letters, room = titled(wanted)
    bands = bands_of(stops, _ground(wanted, room, stops), wanted.seed - 1)
    lines = _lines(wanted, bands, room)
    boxes = _boxes(wanted, bands, room, lines)
    gap = _share(wanted, wanted.theme.gap_share)
    laid = [
        [
            _at_left(filled(rows, box, gap, wanted.crops), box)
            for rows, box in zip(band.rows, some, strict=True)
        ]
        for band, some in zip(bands, boxes, strict=True)
    ]
    cells = tuple(cell for some in laid for one in some for cell in one)
    places = [[_around(one) for one in some] for some in laid]
    standing = list(zip(stops, _columns(places, boxes), strict=True))
    hue = page_hue(wanted.photos, cells)
    return Arranged(
        cells=cells,
        left_out=left_out(wanted, [one for stop in stops for one in stop.photos], shown.twins),
        title=above(letters, places[0][0]) if letters else None,
        marks=tuple(_line(wanted, places, LINE.at(hue))),
        words=tuple(told(wanted, standing, lines, wanted.theme.ink.at(hue))),
    )


def _at_left(cells: Sequence[Cell], box: PixelBox) -> tuple[Cell, ...]:
    """Where their place is told, also where they do not fill the box."""
    off = min(cell.on_page.left for cell in cells) - box.left
    return tuple(
        replace(cell, on_page=replace(cell.on_page, left=cell.on_page.left - off))
        for cell in cells
    )


def _columns(
    places: Sequence[Sequence[PixelBox]], boxes: Sequence[Sequence[PixelBox]]
) -> list[PixelBox]:
    """As wide as words may be under the photos."""
    return [
        replace(place, width=box.right - place.left)
        for some, others in zip(places, boxes, strict=True)
        for place, box in zip(some, others, strict=True)
    ]


def _around(cells: Sequence[Cell]) -> PixelBox:
    return PixelBox.around([cell.on_page for cell in cells])


def _kept(shown: Shown) -> list[Stop]:
    """All stops, or the ones with the best photos, without those that there is no room for."""
    photos, _ = at_most(shown.photos, shown.weights, MOST_PHOTOS)
    stops = stops_of(photos)
    best = sorted(stops, key=lambda stop: -max(shown.weights[one.key] for one in stop.photos))
    kept = {stop.place for stop in best[:MOST_STOPS]}
    return [stop for stop in stops if stop.place in kept]


def _share(wanted: PageWanted, share: float) -> int:
    return round(share * min(wanted.shape.page.width, wanted.shape.page.height))


def _ground(wanted: PageWanted, room: PixelBox, stops: Sequence[Stop]) -> Ground:
    least = smallest_pixels(wanted.shape.page)
    names = [widest_words(wanted, stop, [stop.place], least) for stop in stops]
    return Ground(
        room.width,
        room.height,
        round(UNDER * name_pixels(wanted)),
        _share(wanted, GUTTER_SHARE),
        tuple(names),
    )


def _needs(wanted: PageWanted, band: Band, lines: int) -> list[int]:
    """The least width of each of its stops, for words in so many lines."""
    least = smallest_pixels(wanted.shape.page)
    return [
        min(
            widest_words(wanted, stop, name, least)
            for name in ([stop.place], *(broken(stop.place) if lines > 1 else ()))
        )
        for stop in band.stops
    ]


def _lines(wanted: PageWanted, bands: Sequence[Band], room: PixelBox) -> int:
    """That names of places take: two where one would be cut, or would bend photos much."""
    gutter = _share(wanted, GUTTER_SHARE)
    for band in bands:
        needs = _needs(wanted, band, 1)
        natural = _widths(band, room.width, gutter, [0] * len(needs))
        widths = _widths(band, room.width, gutter, needs)
        for need, before, wide in zip(needs, natural, widths, strict=True):
            if wide < need or wide > WIDENED * before:
                return 2
    return 1


def _boxes(
    wanted: PageWanted, bands: Sequence[Band], room: PixelBox, lines: int
) -> list[list[PixelBox]]:
    """Where each stop's photos lie: bands as high as there is room, in the middle of it."""
    size, gutter = name_pixels(wanted), _share(wanted, GUTTER_SHARE)
    under = round((UNDER + (lines - 1) * NAME_LEADING) * size)
    gap = _share(wanted, wanted.theme.gap_share)
    widths = [_widths(band, room.width, gutter, _needs(wanted, band, lines)) for band in bands]
    spans = [
        _common([heights(rows, wide, gap) for rows, wide in zip(band.rows, some, strict=True)])
        for band, some in zip(bands, widths, strict=True)
    ]
    free = room.height - under * len(bands)
    least, most = sum(low for low, _ in spans), sum(high for _, high in spans)
    whole = sum(
        heights(band.rows[0], some[0], gap, 0.0)[0]
        for band, some in zip(bands, widths, strict=True)
    )
    aim = min(free, whole + SOFT * max(0.0, free - whole))
    part = min(1.0, max(0.0, (aim - least) / max(1.0, most - least)))
    smaller = min(1.0, free / least)
    tall = [round((low + part * (high - low)) * smaller) for low, high in spans]
    top = room.top + (free - sum(tall)) // 2
    places = []
    for some, height in zip(widths, tall, strict=True):
        left, boxes = room.left, []
        for wide in some:
            boxes.append(PixelBox(left, top, wide, height))
            left += wide + gutter
        places.append(boxes)
        top += height + under
    return places


def _widths(band: Band, width: int, gutter: int, needs: Sequence[int]) -> list[int]:
    """Of each stop, so that whole photos would be equally high, and words fit if they can."""
    free = width - gutter * (len(band.stops) - 1)
    natural = [free * aspect / sum(band.aspects) for aspect in band.aspects]
    edges = [0.0]
    for wide in _widened(natural, [need + 1 for need in needs]):
        edges.append(edges[-1] + wide)
    return [round(end) - round(start) for start, end in pairwise(edges)]


def _widened(widths: Sequence[float], needs: Sequence[int]) -> Sequence[float]:
    """Narrow ones as wide as they need to be, of what the others have to spare."""
    short = [max(0.0, need - wide) for wide, need in zip(widths, needs, strict=True)]
    spare = [max(0.0, wide - need) for wide, need in zip(widths, needs, strict=True)]
    part = min(1.0, sum(spare) / max(1.0, sum(short)))
    taken = part * sum(short) / max(1.0, sum(spare))
    return [
        wide + part * less - taken * more
        for wide, less, more in zip(widths, short, spare, strict=True)
    ]


def _common(spans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Heights that all of them can have; one that most can where there is none."""
    low, high = max(span[0] for span in spans), min(span[1] for span in spans)
    return (low, high) if low <= high else ((low + high) / 2, (low + high) / 2)


def _line(wanted: PageWanted, places: Sequence[Sequence[PixelBox]], colour: Colour) -> list[Mark]:
    """Through all stops: off the page at the end of a band, and on again before the next."""
    size, page = name_pixels(wanted), wanted.shape.page
    thick = max(2, round(THICK * size))
    marks = []
    for number, boxes in enumerate(places):
        first = boxes[0].left if number == 0 else 0
        last = boxes[-1].left if number == len(places) - 1 else page.width
        y = _line_y(boxes, size)
        line = PixelBox(first, y - thick // 2, max(1, last - first), thick)
        marks.append(Mark(MarkKind.BOX, line, colour))
        marks += [_dot(box.left, y, round(DOT * size), colour) for box in boxes]
    end = places[-1]
    return [*marks, _dot(end[-1].left, _line_y(end, size), round(RING * size), colour)]


def _line_y(boxes: Sequence[PixelBox], size: int) -> int:
    return max(box.bottom for box in boxes) + round(LINE_DOWN * size)


def _dot(left: int, y: int, across: int, colour: Colour) -> Mark:
    box = PixelBox(left, y - across // 2, across, across)
    return Mark(MarkKind.BOX, box, colour, radius_pixels=across // 2)
