"""Why a plan cannot be painted: a recipe comes from outside, so every number is bounded."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from bot.collage.plan import Cell, CellLook, Frame, Letters, Mark, PixelBox, Plan, Words
from bot.collage.turned import bounds, card_corners
from bot.looks.catalogue import Look, Strength
from bot.pixels.geometry import Size
from bot.pixels.tones import Colour
from bot.pixels.typefaces import FACES

LARGEST_SIDES_PIXELS: Final = 10_000  # width + height, as Telegram takes photos
MOST_CELLS: Final = 100
MOST_LINES: Final = 2
CHANNEL: Final = range(256)
STEEPEST_DEGREES: Final = 20  # a photo turned further lies on its side
MOST_CARDS: Final = 4.0  # pages full of framed photos, which may lie on one another
MOST_MARKS, MOST_WORDS = 600, 200
MOST_STROKES: Final = 4000  # marks, each as often as it is drawn
MOST_INK: Final = 8.0  # pages full of it
FARTHEST_PIXELS: Final = 20_000  # where a mark that runs over the edges may begin or end
LONGEST_WORDS: Final = 120
STANDING_DEGREES: Final = 90
LOOKS: Final = frozenset(Look)
STRENGTHS: Final = frozenset(Strength)


def faults(plan: Plan) -> Iterator[str]:
    """Nothing for a plan that can be painted."""
    yield from _of_page(plan)
    yield from _of_cells(plan)
    if plan.title and not _is_title(plan.title, plan.page):
        yield "the title leaves the page"
    if not _are_marks(plan.marks, plan.page):
        yield "an ornament is none, or there is too much of it"
    if len(plan.words) > MOST_WORDS or not all(_are_words(one, plan.page) for one in plan.words):
        yield "words leave the page"


def _of_page(plan: Plan) -> Iterator[str]:
    if not _is_size(plan.page):
        yield "the page has no sensible size"
    if not _are_colours((plan.paper, plan.ink)):
        yield "a colour is none"
    if not 0 <= plan.radius_pixels <= min(plan.page.width, plan.page.height):
        yield "the corners are too round"


def _of_cells(plan: Plan) -> Iterator[str]:
    page = PixelBox(0, 0, plan.page.width, plan.page.height)
    if not 0 < len(plan.cells) <= MOST_CELLS:
        yield "there must be between one photo and a hundred"
    if not all(_is_cell(cell, page) for cell in plan.cells):
        yield "a photo leaves the page, or its part leaves the photo"
    elif any(_are_at_odds(one, other) for one, other in combinations(plan.cells, 2)):
        yield "photos overlap"
    elif sum(cell.card.area for cell in plan.cells) > MOST_CARDS * page.area:
        yield "photos overlap too much"


def _is_size(size: Size) -> bool:
    return min(size.width, size.height) > 0 and size.width + size.height <= LARGEST_SIDES_PIXELS


def _are_colours(colours: Iterable[Colour]) -> bool:
    return all(channel in CHANNEL for colour in colours for channel in colour)


def _is_cell(cell: Cell, page: PixelBox) -> bool:
    whole = PixelBox(0, 0, cell.source.width, cell.source.height)
    return (
        _is_inside(cell.on_page, page)
        and _is_inside(cell.of_source, whole)
        and (cell.frame is None or _is_frame(cell.frame, page.size))
        and -STEEPEST_DEGREES <= cell.turn_degrees <= STEEPEST_DEGREES
        and (cell.radius_pixels is None or 0 <= cell.radius_pixels <= page.width)
        and (cell.look is None or _is_look(cell.look))
        and _is_card_inside(cell, page)
    )


def _is_look(look: CellLook) -> bool:
    return look.look in LOOKS and look.strength in STRENGTHS


def _is_frame(frame: Frame, page: Size) -> bool:
    widths = (frame.sides_pixels, frame.above_pixels, frame.below_pixels, frame.shadow_pixels)
    return min(widths) >= 0 and max(widths) <= page.width and _are_colours((frame.paper,))


def _is_card_inside(cell: Cell, page: PixelBox) -> bool:
    left, top, right, bottom = bounds(card_corners(cell))
    return min(left, top) >= -1 and right <= page.width + 1 and bottom <= page.height + 1


def _is_inside(box: PixelBox, outer: PixelBox) -> bool:
    return (
        min(box.width, box.height) > 0
        and min(box.left, box.top) >= 0
        and box.right <= outer.width
        and box.bottom <= outer.height
    )


def _are_at_odds(under: Cell, over: Cell) -> bool:
    """A photo without paper around it lies on another."""
    if over.is_card:
        return False
    one, other = bounds(card_corners(under)), bounds(card_corners(over))
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _is_title(title: Letters, page: Size) -> bool:
    return (
        title.face in FACES
        and 0 < len(title.lines) == len(title.baselines) <= MOST_LINES
        and all(_is_one_line(line) for line in title.lines)
        and 0 < title.size_pixels <= page.height
        and all(0 < baseline <= page.height for baseline in title.baselines)
        and (title.x is None or 0 <= title.x <= page.width)
    )


def _is_one_line(text: str) -> bool:
    return len(text.splitlines()) == 1


def _are_words(words: Words, page: Size) -> bool:
    return (
        words.face in FACES
        and len(words.text) <= LONGEST_WORDS
        and _is_one_line(words.text)
        and 0 < words.size_pixels <= page.height
        and 0 <= words.x <= page.width
        and 0 <= words.baseline <= page.height
        and -STANDING_DEGREES <= words.turn_degrees <= STANDING_DEGREES
        and _are_colours((words.ink,))
    )


def _are_marks(marks: tuple[Mark, ...], page: Size) -> bool:
    if len(marks) > MOST_MARKS or not all(_is_mark(mark) for mark in marks):
        return False
    room = page.width * page.height
    ink = sum(mark.times * min(room, _reach(mark)) for mark in marks)
    return sum(mark.times for mark in marks) <= MOST_STROKES and ink <= MOST_INK * room


def _reach(mark: Mark) -> int:
    return (mark.box.width + mark.line_pixels) * (mark.box.height + mark.line_pixels)


def _is_mark(mark: Mark) -> bool:
    box = mark.box
    edges = (box.left, box.top, box.right, box.bottom)
    steps = (mark.across_pixels, mark.down_pixels)
    lengths = (box.width, box.height, mark.radius_pixels, mark.line_pixels)
    return (
        all(-FARTHEST_PIXELS <= edge <= FARTHEST_PIXELS for edge in (*edges, *steps))
        and all(0 <= length <= FARTHEST_PIXELS for length in lengths)
        and 1 <= mark.times <= MOST_STROKES
        and 0 <= mark.opacity <= 1
        and _are_colours((mark.colour,))
    )
