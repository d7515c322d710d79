"""A calendar: the days of a month with the best photo of each, or the months of a year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.collage.arranged import Arranged, PageWanted
from bot.collage.lettering_words import smallest_pixels
from bot.collage.page import page_hue
from bot.collage.pages.lettered import caption, placed
from bot.collage.pages.masthead import Masthead, masthead_of
from bot.collage.pages.rows import alone, whole_box
from bot.collage.pages.shown import Shown, dated, day_of, left_out, shown_of
from bot.collage.plan import Mark, MarkKind, PixelBox, PlanPhoto, Words
from bot.collage.themes import MONTHS_FOR_YEAR
from bot.collage.told import month, month_name, week_start_of, weekday_initials
from bot.pixels.tones import Colour, Tone
from bot.pixels.typefaces import Role

WEEK: Final = 7
YEAR: Final = 12
COLUMNS, COLUMNS_TALL = 4, 3  # of months; on a page that is taller than wide
LOOSEST: Final = 0.45  # of the bend: tiles are small, and a grid wants them alike
GAP_SHARE: Final = 0.009  # of the shorter side, between tiles
LABEL_DOWN: Final = 1.3  # sizes of a label, from the top of its square to its tile
LABEL_UP: Final = 0.3  # sizes of a label, between its line and its tile
HEADS_DOWN: Final = 1.7  # sizes of the weekdays' letters, from their top to the first week
HEADS_UP: Final = 0.45  # sizes more above that than a label above its tile
TALLEST: Final = 1.2  # height / width of a tile
QUIET: Final = Tone(lightness=91.5, chroma=5)  # a day without a photo

Square = tuple[str, PlanPhoto | None]  # what stands above a tile, and what is on it


def arrange(wanted: PageWanted) -> Arranged:
    shown = shown_of(wanted, dated(wanted.photos))
    months = {(day.year, day.month) for day in _days(shown)}
    years = [year for year, _ in months]
    year = max(sorted(set(years), reverse=True), key=years.count)
    if years.count(year) >= MONTHS_FOR_YEAR:
        return _of_year(wanted, shown, year)
    days = set(_days(shown))
    first = max(
        sorted((date(*one, 1) for one in months), reverse=True),
        key=lambda first: sum((day.year, day.month) == (first.year, first.month) for day in days),
    )
    return _of_month(wanted, shown, first)


def _days(shown: Shown) -> list[date]:
    return [day_of(photo) for photo in shown.photos]


def _of_month(wanted: PageWanted, shown: Shown, first: date) -> Arranged:
    head = masthead_of(wanted, month(first, wanted.language))
    start = week_start_of(wanted.reader)
    blank = (first.weekday() - start) % WEEK
    days = [day for k in range(31) if (day := first + timedelta(days=k)).month == first.month]
    squares: list[Square | None] = [None] * blank
    squares += [
        (
            str(day.day),
            _best(wanted, shown, [photo for photo in shown.photos if photo.taken == day]),
        )
        for day in days
    ]
    initials = weekday_initials(start, wanted.language)
    return _grid(wanted, shown, head, squares, initials)


def _of_year(wanted: PageWanted, shown: Shown, year: int) -> Arranged:
    head = masthead_of(wanted, str(year))
    squares: list[Square | None] = [
        (
            month_name(number, wanted.language),
            _best(wanted, shown, [photo for photo in shown.photos if _is_of(photo, year, number)]),
        )
        for number in range(1, YEAR + 1)
    ]
    return _grid(wanted, shown, head, squares, [])


def _is_of(photo: PlanPhoto, year: int, number: int) -> bool:
    return (day_of(photo).year, day_of(photo).month) == (year, number)


def _best(wanted: PageWanted, shown: Shown, photos: Sequence[PlanPhoto]) -> PlanPhoto | None:
    """The chosen one, else the best; with another seed, the next best."""
    hero = next((photo for photo in photos if photo.key == wanted.hero), None)
    return hero or (shown.best(photos, wanted.seed - 1) if photos else None)


def _grid(
    wanted: PageWanted,
    shown: Shown,
    head: Masthead,
    squares: Sequence[Square | None],
    initials: Sequence[str],
) -> Arranged:
    of_months = COLUMNS if wanted.shape.page.aspect >= 1 else COLUMNS_TALL
    columns = WEEK if initials else of_months
    size = smallest_pixels(wanted.shape.page)
    room = _under(head.room, round(HEADS_DOWN * size) if initials else 0)
    places = _places(wanted, room, columns, len(squares))
    tiles = [
        (square, _tile(place, size))
        for square, place in zip(squares, places, strict=True)
        if square
    ]
    cells = tuple(alone(photo, tile, wanted.crops, LOOSEST) for (_, photo), tile in tiles if photo)
    hue = page_hue(wanted.photos, cells)
    ink, quiet = wanted.theme.ink.at(hue), QUIET.at(hue)
    labels = _labels(wanted, [(label, tile) for (label, _), tile in tiles], ink, Role.PLAIN)
    tops = [_under(place, -round(HEADS_UP * size)) for place in places]
    heads = _labels(wanted, list(zip(initials, tops, strict=False)), ink, Role.PLAIN_BOLD)
    return Arranged(
        cells=cells,
        left_out=left_out(wanted, [one for (_, one), _ in tiles if one], shown.twins),
        title=head.title,
        marks=tuple(_quiet(wanted, tile, quiet) for _, tile in tiles),
        words=(*head.words(ink), *heads, *labels),
    )


def _gap(wanted: PageWanted) -> int:
    return round(GAP_SHARE * min(wanted.shape.page.width, wanted.shape.page.height))


def _under(room: PixelBox, pixels: int) -> PixelBox:
    return replace(room, top=room.top + pixels, height=room.height - pixels)


def _places(wanted: PageWanted, room: PixelBox, columns: int, count: int) -> list[PixelBox]:
    """Squares in reading order, with gaps; no taller than looks like a day."""
    gap, rows = _gap(wanted), -(-count // columns)
    wide = (room.width - gap * (columns - 1)) / columns
    label = LABEL_DOWN * smallest_pixels(wanted.shape.page)
    high = min((room.height - gap * (rows - 1)) / rows, TALLEST * wide + label)
    top = room.top + (room.height - rows * high - gap * (rows - 1)) / 2
    return [
        whole_box(
            room.left + (number % columns) * (wide + gap),
            top + (number // columns) * (high + gap),
            wide,
            high,
        )
        for number in range(count)
    ]


def _tile(place: PixelBox, size: int) -> PixelBox:
    """What is left of a square under its label."""
    return _under(place, round(LABEL_DOWN * size))


def _labels(
    wanted: PageWanted, tiles: Sequence[tuple[str, PixelBox]], ink: Colour, role: Role
) -> list[Words]:
    """Above the left corner of each tile, as small as letters may be."""
    size = smallest_pixels(wanted.shape.page)
    found = [(caption(label, wanted.shape, tile.width, role, size), tile) for label, tile in tiles]
    return [
        placed(small, tile.left, tile.top - LABEL_UP * size, ink) for small, tile in found if small
    ]


def _quiet(wanted: PageWanted, tile: PixelBox, colour: Colour) -> Mark:
    shorter = min(wanted.shape.page.width, wanted.shape.page.height)
    radius = round(wanted.theme.radius_share * shorter)
    return Mark(MarkKind.BOX, tile, colour, radius_pixels=radius)
