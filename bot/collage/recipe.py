"""A plan as JSON and back: the recipe that paints the same bytes again on the same versions."""

import json
from collections.abc import Iterator
from itertools import combinations

from pydantic import TypeAdapter, ValidationError

from bot.collage.plan import Cell, Letters, PixelBox, Plan
from bot.errors import OperatorError
from bot.pixels.geometry import Size
from bot.pixels.typefaces import FACES

FORMAT = 1
LARGEST_CHARACTERS = 256 * 1024  # a page of 24 photos takes 8 kB
LARGEST_SIDES_PIXELS = 10_000  # width + height, as Telegram takes photos
MOST_CELLS = 100
MOST_LINES = 2
CHANNEL = range(256)

_PLAN: TypeAdapter[Plan] = TypeAdapter(Plan)


class RecipeError(OperatorError):
    """The text is no recipe, or tells of a page that could not be."""


def to_json(plan: Plan) -> str:
    """Stable text: the same plan is written the same way."""
    written = {"pepite": FORMAT, **_plain(plan)}
    return json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def from_json(text: str) -> Plan:
    """The plan of a recipe, every number checked. Raises RecipeError."""
    try:
        written = _object(text)
        plan = _PLAN.validate_json(json.dumps(written), strict=True)
    except (ValidationError, ValueError, RecursionError) as wrong:
        raise RecipeError("this file is not a recipe that Pépite wrote") from wrong
    if _plain(plan) != written:
        raise RecipeError("this recipe says things that Pépite does not know")
    fault = next(_faults(plan), None)
    if fault:
        raise RecipeError(f"this recipe cannot be painted: {fault}")
    return plan


def _plain(plan: Plan) -> dict[str, object]:
    """Without a pick that is the first: recipes said nothing of it once."""
    plain: dict[str, object] = _PLAN.dump_python(plan, mode="json", exclude_defaults=True)
    return plain


def _object(text: str) -> dict[str, object]:
    if len(text) > LARGEST_CHARACTERS:
        raise ValueError("too long")
    written = json.loads(text)
    if not isinstance(written, dict) or written.pop("pepite", None) != FORMAT:
        raise ValueError("another format")
    return written


def _faults(plan: Plan) -> Iterator[str]:
    page = PixelBox(0, 0, plan.page.width, plan.page.height)
    if not _is_size(plan.page):
        yield "the page has no sensible size"
    if any(channel not in CHANNEL for colour in (plan.paper, plan.ink) for channel in colour):
        yield "a colour is none"
    if not 0 <= plan.radius_pixels <= min(plan.page.width, plan.page.height):
        yield "the corners are too round"
    if not 0 < len(plan.cells) <= MOST_CELLS:
        yield "there must be between one photo and a hundred"
    if not all(_is_cell(cell, page) for cell in plan.cells):
        yield "a photo leaves the page, or its part leaves the photo"
    elif any(_overlap(one.on_page, other.on_page) for one, other in combinations(plan.cells, 2)):
        yield "photos overlap"
    if plan.title and not _is_title(plan.title, plan.page):
        yield "the title leaves the page"


def _is_size(size: Size) -> bool:
    return min(size.width, size.height) > 0 and size.width + size.height <= LARGEST_SIDES_PIXELS


def _is_cell(cell: Cell, page: PixelBox) -> bool:
    whole = PixelBox(0, 0, cell.source.width, cell.source.height)
    return _is_inside(cell.on_page, page) and _is_inside(cell.of_source, whole)


def _is_inside(box: PixelBox, outer: PixelBox) -> bool:
    return (
        min(box.width, box.height) > 0
        and min(box.left, box.top) >= 0
        and box.left + box.width <= outer.width
        and box.top + box.height <= outer.height
    )


def _overlap(one: PixelBox, other: PixelBox) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def _is_title(title: Letters, page: Size) -> bool:
    return (
        title.face in FACES
        and 0 < len(title.lines) == len(title.baselines) <= MOST_LINES
        and 0 < title.size_pixels <= page.height
        and all(0 < baseline <= page.height for baseline in title.baselines)
    )
