"""A plan and the photos' bytes become one JPEG; two decoding threads, nothing at full size."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import numpy as np

from bot.collage.cell_pixels import corner, dressed_pixels, rounded_off
from bot.collage.lettering_ink import draw, draw_words
from bot.collage.paint_cards import Card, card_of, lay_down
from bot.collage.paint_marks import draw_marks
from bot.collage.plan import Cell, Plan
from bot.pixels.encode import encode_jpeg
from bot.pixels.orientation import Pixels

THREADS = 2  # Pillow and simplejpeg release the lock; more only adds memory
QUALITY = 90


def paint(plan: Plan, sources: Mapping[str, bytes]) -> bytes:
    """The collage as a JPEG without metadata.

    sources: the bytes of each photo in the plan's cells; smaller copies of the same view will do.

    Raises KeyError for a photo that is missing, and the refusals of bot.pixels.
    """
    page: Pixels = np.empty((plan.page.height, plan.page.width, 3), np.uint8)
    page[0] = plan.paper
    page[1:] = page[0]  # whole rows: ten times as fast as pixel by pixel
    draw_marks(page, [mark for mark in plan.marks if not mark.is_over])
    _fill(page, plan, sources)
    for card in _cards(plan, sources):
        lay_down(page, card)
    draw_marks(page, [mark for mark in plan.marks if mark.is_over])
    if plan.title:
        draw(page, plan.title, plan.ink)
    for words in plan.words:
        draw_words(page, words)
    return encode_jpeg(page, QUALITY)


def _fill(page: Pixels, plan: Plan, sources: Mapping[str, bytes]) -> None:
    """The photos that lie flat, each on its own part of the page: no lock."""

    def fill(cell: Cell) -> None:
        at = cell.on_page
        pixels = dressed_pixels(cell, sources[cell.key])
        room = page[at.top : at.bottom, at.left : at.right]
        rounded_off(pixels, corner(_radius(cell, plan)), room)
        room[:] = pixels

    flat = [cell for cell in plan.cells if not cell.is_card]
    for _ in _threads().map(fill, sorted(flat, key=lambda cell: -cell.on_page.area)):
        pass


def _cards(plan: Plan, sources: Mapping[str, bytes]) -> Iterator[Card]:
    """Those with paper around them, in their order: each may lie on those before it."""

    def made(cell: Cell) -> Card:
        pixels = dressed_pixels(cell, sources[cell.key])
        return card_of(cell, pixels, _radius(cell, plan))

    return _threads().map(made, [cell for cell in plan.cells if cell.is_card])


def _radius(cell: Cell, plan: Plan) -> int:
    return plan.radius_pixels if cell.radius_pixels is None else cell.radius_pixels


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="paint")
