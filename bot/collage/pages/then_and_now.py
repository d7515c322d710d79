"""Then and now: two halves of a page with years between them, and one line."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.collage.arranged import Arranged, PageWanted
from bot.collage.choice import at_most
from bot.collage.page import page_hue
from bot.collage.pages.lettered import above, caption, first_caption, placed, titled
from bot.collage.pages.rows import Rows, filled, heights, in_rows, pieces
from bot.collage.pages.shown import Shown, dated, day_of, left_out, shown_of
from bot.collage.plan import Anchor, Cell, Mark, MarkKind, PixelBox, PlanPhoto, Words
from bot.collage.told import BETWEEN, month_span, short_span, years
from bot.pixels.tones import Colour, Tone
from bot.pixels.typefaces import Role

MOST: Final = 4  # photos in a half: more would be a mosaic of each
LOOSEST: Final = 0.36  # of the bend: two halves that match are worth a little more of it
AS_GOOD: Final = 0.6  # of what the better way shows: the other one is worth a turn
GUTTER_SHARE: Final = 0.024  # of the shorter side, on each side of the line
YEAR_SHARE: Final = 0.05  # of the page's height: letters of a year
LINE_SHARE: Final = 0.0016
YEAR_BAND, FACTS_BAND = 1.3, 1.6  # sizes of the letters, from one baseline to the next
LINE: Final = Tone(lightness=60, chroma=24)

Half = tuple[list[PlanPhoto], tuple[Cell, ...]]
Way = tuple[list[PixelBox], list[tuple[Cell, ...]]]


def arrange(wanted: PageWanted) -> Arranged:
    letters, room = titled(wanted)
    both = _halves(wanted)
    halves = [at_most(shown.photos, shown.weights, MOST)[0] for shown in both]
    ways = sorted((_beside(wanted, halves, room), _stacked(wanted, halves, room)), key=_seen)
    good = [way for way in ways[::-1] if _seen(way) >= AS_GOOD * _seen(ways[-1])]
    boxes, cells = good[(wanted.seed - 1) % len(good)]
    hue = page_hue(wanted.photos, [cell for half in cells for cell in half])
    told = [
        word
        for half in zip(halves, cells, strict=True)
        for word in _told(wanted, half, wanted.theme.ink.at(hue))
    ]
    block = PixelBox.around(boxes)
    return Arranged(
        cells=tuple(cell for half in cells for cell in half),
        left_out=left_out(wanted, [*halves[0], *halves[1]], both[0].twins + both[1].twins),
        title=above(letters, block) if letters else None,
        marks=(_line(wanted, boxes, LINE.at(hue)),),
        words=tuple(told),
    )


def _halves(wanted: PageWanted) -> tuple[Shown, Shown]:
    """Before and after the longest pause between two photos.

    Near-twins are looked for in each: the same view after years is what this page is for.
    """
    known = dated(wanted.photos)
    pauses = [(day_of(other) - day_of(one)).days for one, other in pairwise(known)]
    cut = pauses.index(max(pauses)) + 1
    return shown_of(wanted, known[:cut]), shown_of(wanted, known[cut:])


def _seen(way: Way) -> float:
    """How much of the page is under photos, less what is cut off them."""
    _, halves = way
    return sum(
        cell.on_page.area * cell.of_source.area / (cell.source.width * cell.source.height)
        for half in halves
        for cell in half
    )


def _beside(wanted: PageWanted, halves: Sequence[list[PlanPhoto]], room: PixelBox) -> Way:
    """As high as each other where their faces let them."""
    gap, high = _gap(wanted), room.height - _band(wanted)
    width = room.width // 2 - _gutter(wanted)
    rows = [in_rows(pieces(half), width / high) for half in halves]
    spans = [heights(one, width, gap, LOOSEST) for one in rows]
    least, most = max(span[0] for span in spans), min(span[1] for span in spans)
    height = round(min(high, max(most, least)))
    top = room.top + (high - height) // 2
    lefts = (room.left, room.right - width)
    boxes = [PixelBox(left, top, width, height) for left in lefts]
    return boxes, _filled(wanted, rows, boxes)


def _stacked(wanted: PageWanted, halves: Sequence[list[PlanPhoto]], room: PixelBox) -> Way:
    """As wide as each other, and together as high as there is room."""
    gap, band = _gap(wanted), _band(wanted)
    between = 2 * _gutter(wanted) + band
    high = room.height - between - band
    rows = [in_rows(pieces(half), 2 * room.width / high) for half in halves]
    least, most = _sums([heights(one, room.width, gap, LOOSEST) for one in rows])
    width = round(room.width * min(1.0, high / least))
    least, most = _sums([heights(one, width, gap, LOOSEST) for one in rows])
    part = min(1.0, max(0.0, (high - least) / max(1.0, most - least)))
    spans = [heights(one, width, gap, LOOSEST) for one in rows]
    tall = [round(low + part * (top - low)) for low, top in spans]
    left = room.left + (room.width - width) // 2
    top = room.top + (high - sum(tall)) // 2
    boxes = [
        PixelBox(left, top, width, tall[0]),
        PixelBox(left, top + tall[0] + between, width, tall[1]),
    ]
    return boxes, _filled(wanted, rows, boxes)


def _sums(spans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return sum(span[0] for span in spans), sum(span[1] for span in spans)


def _filled(
    wanted: PageWanted, rows: Sequence[Rows], boxes: Sequence[PixelBox]
) -> list[tuple[Cell, ...]]:
    return [
        filled(one, box, _gap(wanted), wanted.crops, LOOSEST)
        for one, box in zip(rows, boxes, strict=True)
    ]


def _gutter(wanted: PageWanted) -> int:
    return round(GUTTER_SHARE * min(wanted.shape.page.width, wanted.shape.page.height))


def _gap(wanted: PageWanted) -> int:
    page = wanted.shape.page
    return round(wanted.theme.gap_share * min(page.width, page.height))


def _band(wanted: PageWanted) -> int:
    """Below the photos of a half: its year, and a line of facts."""
    return round(wanted.shape.page.height * (YEAR_SHARE * YEAR_BAND + 0.026 * FACTS_BAND))


def _told(wanted: PageWanted, half: Half, ink: Colour) -> list[Words]:
    """The year under the photos, then day and place."""
    photos, cells = half
    days = [photo.taken for photo in photos if photo.taken]
    block = PixelBox.around([cell.on_page for cell in cells])
    middle = (block.left + block.right) / 2
    year, size = years(days) or "", round(YEAR_SHARE * wanted.shape.page.height)
    large = caption(year, wanted.shape, block.width, Role.TITLE, size)
    baseline = block.bottom + (1.12 * large.size_pixels if large else 0)
    found = [placed(large, middle, baseline, ink, Anchor.MIDDLE)] if large else []
    places = list(dict.fromkeys(photo.place for photo in photos if photo.place))
    tell = short_span if min(days).year == max(days).year else month_span
    day = tell(days, wanted.reader) or ""
    facts = [BETWEEN.join((day, *places)), day] if len(places) == 1 else [day]
    small = first_caption(facts, wanted.shape, block.width)
    if small:
        baseline += FACTS_BAND * small.size_pixels
        found.append(placed(small, middle, baseline, ink, Anchor.MIDDLE))
    return found


def _line(wanted: PageWanted, boxes: Sequence[PixelBox], colour: Colour) -> Mark:
    """Between the halves, as long as they are."""
    thick = max(2, round(LINE_SHARE * wanted.shape.page.height))
    one, other = boxes
    band = _band(wanted)
    if one.top == other.top:
        x = (one.right + other.left - thick) // 2
        return Mark(MarkKind.BOX, PixelBox(x, one.top, thick, one.height + band), colour)
    y = (one.bottom + band + other.top - thick) // 2
    return Mark(MarkKind.BOX, PixelBox(one.left, y, one.width, thick), colour)
