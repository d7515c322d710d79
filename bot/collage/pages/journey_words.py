"""What stands under the stops of a journey: names of places, never cut if they fit, and days."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from bot.collage.arranged import PageWanted
from bot.collage.lettering_words import Small, smallest_pixels
from bot.collage.pages.lettered import caption, placed
from bot.collage.pages.stops import Stop
from bot.collage.plan import PixelBox, Words
from bot.collage.told import Reader, broken, month_span, short_span, span, years
from bot.pixels.tones import Colour
from bot.pixels.typefaces import Role

NAME_SHARE: Final = 0.029  # of the page's height: letters of a place
TALL: Final = 1.4  # times its width: no more of a page's height counts for that
NAME_LEADING: Final = 1.12  # sizes of a name, between two lines of it
NAME_DOWN, DAY_DOWN = 2.4, 3.43  # sizes of a name, below the photos
DAYS: Final = 0.88  # of the size of a name

Place = tuple[Stop, PixelBox]


def name_pixels(wanted: PageWanted) -> int:
    page = wanted.shape.page
    return max(smallest_pixels(page), round(NAME_SHARE * min(page.height, TALL * page.width)))


def widest_words(wanted: PageWanted, stop: Stop, name: Sequence[str], size: int) -> int:
    """Of the lines of a stop's name and its days, as small as they may be."""
    page = wanted.shape.page
    found = [caption(one, wanted.shape, page.width, Role.PLAIN_BOLD, size) for one in name]
    day = short_span(stop.days, wanted.reader)
    found += [caption(day, wanted.shape, page.width, size=size)] if day else []
    return max((one.width for one in found if one), default=0)


def told(wanted: PageWanted, standing: Sequence[Place], lines: int, ink: Colour) -> list[Words]:
    """The place under its photos, and its days; all with their year, or none of a single year."""
    size = name_pixels(wanted)
    days = _days(wanted, standing)
    found = []
    for (stop, box), day in zip(standing, days, strict=True):
        bottom = box.bottom
        name = _name(wanted, stop.place, box.width, lines)
        for line in name:
            found.append(placed(line, box.left, bottom + NAME_DOWN * size, ink))
            bottom += round(NAME_LEADING * size)
        bottom -= round(NAME_LEADING * size) * bool(name)
        if day:
            found.append(placed(day, box.left, bottom + DAY_DOWN * size, ink))
    return found


def _name(wanted: PageWanted, place: str, widest: int, lines: int) -> list[Small]:
    """A place in one line, else in two where there are two and one would be cut."""
    size = name_pixels(wanted)
    ways = ([place], *(broken(place) if lines > 1 else ()))
    tried = [_in_lines(wanted, way, widest, size) for way in ways]
    whole = [way for way in tried if way and all(one.is_whole for one in way)]
    if not whole or whole[0] == tried[0]:
        return tried[0]
    return max(whole, key=lambda way: way[0].size_pixels)


def _in_lines(wanted: PageWanted, parts: Sequence[str], widest: int, size: int) -> list[Small]:
    """All of one size; nothing where one has hardly room for a letter."""
    found: list[Small | None] = []
    for _ in parts:
        found = [caption(one, wanted.shape, widest, Role.PLAIN_BOLD, size) for one in parts]
        size = min((one.size_pixels for one in found if one), default=size)
    lines = [one for one in found if one]
    return lines if len(lines) == len(parts) else []


def _days(wanted: PageWanted, standing: Sequence[Place]) -> list[Small | None]:
    """Of each stop, in the first way of saying them that fits whole under all of them."""
    size, reader = round(DAYS * name_pixels(wanted)), wanted.reader
    found: list[Small | None] = []
    for texts in _ways_to_tell([stop.days for stop, _ in standing], reader):
        found = [
            caption(text, wanted.shape, box.width, size=size) if text else None
            for text, (_, box) in zip(texts, standing, strict=True)
        ]
        if not any(one and not one.is_whole for one in found):
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
