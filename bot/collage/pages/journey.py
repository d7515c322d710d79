"""A journey without a map: its places in order, on one line from the first to the last."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from bot.collage.arranged import Arranged, PageWanted
from bot.collage.choice import at_most
from bot.collage.lettering_words import ELLIPSIS, Small, smallest_pixels
from bot.collage.page import MOST_PHOTOS, page_hue
from bot.collage.pages.lettered import caption, placed, titled
from bot.collage.pages.mosaic import above
from bot.collage.pages.rows import filled, heights
from bot.collage.pages.shown import Shown, left_out, shown_of
from bot.collage.pages.stops import Band, Ground, Stop, bands_of, stops_of
from bot.collage.plan import Cell, Mark, MarkKind, PixelBox, Words
from bot.collage.told import Reader, month_span, short_span, span, years
from bot.pixels.tones import Colour, Tone
from bot.pixels.typefaces import Role

MOST_STOPS: Final = 8
GUTTER_SHARE: Final = 0.024  # of the shorter side, between stops
NAME_SHARE: Final = 0.029  # of the page's height: letters of a place
TALL: Final = 1.4  # times its width: no more of a page's height counts for that
LINE_DOWN, NAME_DOWN, DAY_DOWN, UNDER = 0.88, 2.4, 3.43, 4.1  # sizes of a name, below the photos
SOFT: Final = 0.5  # of bare paper is filled by cropping; the rest stays around the block
DOT, RING, THICK, DAYS = 0.5, 0.78, 0.08, 0.88  # sizes of a name
LINE: Final = Tone(lightness=56, chroma=38)

Place = tuple[Stop, PixelBox]


def arrange(wanted: PageWanted) -> Arranged:
    shown = shown_of(wanted, wanted.photos)
    stops = _kept(shown)
    letters, room = titled(wanted)
    bands = bands_of(stops, _ground(wanted, room, stops), wanted.seed - 1)
    boxes = _boxes(wanted, bands, room)
    gap = _share(wanted, wanted.theme.gap_share)
    laid = [
        [filled(rows, box, gap, wanted.crops) for rows, box in zip(band.rows, some, strict=True)]
        for band, some in zip(bands, boxes, strict=True)
    ]
    cells = tuple(cell for some in laid for one in some for cell in one)
    places = [[_around(one) for one in some] for some in laid]
    standing = list(zip(stops, (place for some in places for place in some), strict=True))
    hue = page_hue(wanted.photos, cells)
    return Arranged(
        cells=cells,
        left_out=left_out(wanted, [one for stop in stops for one in stop.photos], shown.twins),
        title=above(letters, places[0][0]) if letters else None,
        marks=tuple(_line(wanted, places, LINE.at(hue))),
        words=tuple(_told(wanted, standing, wanted.theme.ink.at(hue))),
    )


def _around(cells: Sequence[Cell]) -> PixelBox:
    boxes = [cell.on_page for cell in cells]
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right = max(box.left + box.width for box in boxes)
    return PixelBox(left, top, right - left, max(box.top + box.height for box in boxes) - top)


def _kept(shown: Shown) -> list[Stop]:
    """All stops, or the ones with the best photos, without those that there is no room for."""
    photos, _ = at_most(shown.photos, shown.weights, MOST_PHOTOS)
    stops = stops_of(photos)
    best = sorted(stops, key=lambda stop: -max(shown.weights[one.key] for one in stop.photos))
    kept = {stop.place for stop in best[:MOST_STOPS]}
    return [stop for stop in stops if stop.place in kept]


def _share(wanted: PageWanted, share: float) -> int:
    return round(share * min(wanted.shape.page.width, wanted.shape.page.height))


def _name_pixels(wanted: PageWanted) -> int:
    page = wanted.shape.page
    return max(smallest_pixels(page), round(NAME_SHARE * min(page.height, TALL * page.width)))


def _ground(wanted: PageWanted, room: PixelBox, stops: Sequence[Stop]) -> Ground:
    least = smallest_pixels(wanted.shape.page)
    names = [_widest(wanted, stop, least) for stop in stops]
    return Ground(
        room.width,
        room.height,
        round(UNDER * _name_pixels(wanted)),
        _share(wanted, GUTTER_SHARE),
        tuple(names),
    )


def _widest(wanted: PageWanted, stop: Stop, size: int) -> int:
    """Of a stop's name and its days, as small as they may be."""
    page = wanted.shape.page
    name = caption(stop.place, wanted.shape, page.width, Role.PLAIN_BOLD, size)
    day = short_span(stop.days, wanted.reader)
    days = caption(day, wanted.shape, page.width, size=size) if day else None
    return max((one.width for one in (name, days) if one), default=0)


def _boxes(wanted: PageWanted, bands: Sequence[Band], room: PixelBox) -> list[list[PixelBox]]:
    """Where each stop's photos lie: bands as high as there is room, in the middle of it."""
    gutter, under = _share(wanted, GUTTER_SHARE), round(UNDER * _name_pixels(wanted))
    gap = _share(wanted, wanted.theme.gap_share)
    widths = [_widths(band, room.width, gutter) for band in bands]
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


def _widths(band: Band, width: int, gutter: int) -> list[int]:
    """Of each stop, so that whole photos would be equally high."""
    free = width - gutter * (len(band.stops) - 1)
    edges = [0.0]
    for aspect in band.aspects:
        edges.append(edges[-1] + free * aspect / sum(band.aspects))
    return [round(end) - round(start) for start, end in pairwise(edges)]


def _common(spans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Heights that all of them can have; one that most can where there is none."""
    low, high = max(span[0] for span in spans), min(span[1] for span in spans)
    return (low, high) if low <= high else ((low + high) / 2, (low + high) / 2)


def _told(wanted: PageWanted, standing: Sequence[Place], ink: Colour) -> list[Words]:
    """The place under its photos, and its days; all with their year, or none of a single year."""
    size = _name_pixels(wanted)
    days = _days(wanted, standing)
    found = []
    for (stop, box), day in zip(standing, days, strict=True):
        bottom = box.top + box.height
        name = caption(stop.place, wanted.shape, box.width, Role.PLAIN_BOLD, size)
        if name:
            found.append(placed(name, box.left, bottom + NAME_DOWN * size, ink))
        if day:
            found.append(placed(day, box.left, bottom + DAY_DOWN * size, ink))
    return found


def _days(wanted: PageWanted, standing: Sequence[Place]) -> list[Small | None]:
    """Of each stop, in the first way of saying them that fits whole under all of them."""
    size, reader = round(DAYS * _name_pixels(wanted)), wanted.reader
    found: list[Small | None] = []
    for texts in _ways_to_tell([stop.days for stop, _ in standing], reader):
        found = [
            caption(text, wanted.shape, box.width, size=size) if text else None
            for text, (_, box) in zip(texts, standing, strict=True)
        ]
        if not any(one and one.text.endswith(ELLIPSIS) for one in found):
            break
    return found


def _ways_to_tell(stays: Sequence[Sequence[date]], reader: Reader) -> Iterator[list[str | None]]:
    """From the longest to the shortest; without years only where all are of the same."""
    yield [span(days, reader) for days in stays]
    if len({day.year for days in stays for day in days}) > 1:
        yield [month_span(days, reader) for days in stays]
        yield [years(days) for days in stays]
    else:
        yield [short_span(days, reader) for days in stays]


def _line(wanted: PageWanted, places: Sequence[Sequence[PixelBox]], colour: Colour) -> list[Mark]:
    """Through all stops: off the page at the end of a band, and on again before the next."""
    size, page = _name_pixels(wanted), wanted.shape.page
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
    return max(box.top + box.height for box in boxes) + round(LINE_DOWN * size)


def _dot(left: int, y: int, across: int, colour: Colour) -> Mark:
    box = PixelBox(left, y - across // 2, across, across)
    return Mark(MarkKind.BOX, box, colour, radius_pixels=across // 2)
