"""A magazine's cover: one picture from edge to edge, its title where the picture is calm."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Final

from bot.collage.arranged import Arranged, PageWanted
from bot.collage.calm import Calm, calmest, is_quiet
from bot.collage.page import cell_of, page_hue
from bot.collage.pages.heading import Heading, heading_of
from bot.collage.pages.rows import alone, filled, heights, natural_aspect, piece_of, pieces
from bot.collage.pages.shown import Shown, left_out, shown_of
from bot.collage.plan import Cell, Frame, PixelBox, PlanPhoto
from bot.pixels.tones import Colour

LOOSEST: Final = 0.47  # of the bend: a cover is cut from its picture more freely than a cell
EDGE_SHARE: Final = 0.05  # of the page's height, free above a heading and below a row
BENT, CALM = 0.9, 0.3  # of importance: what a bent picture loses, what a calm one gains
CANDIDATES: Final = 8  # for the cover, the most important first
MOST_SMALL: Final = 3
SMALL_SHARE: Final = 0.18  # of the page's shorter side: how high small pictures are
SMALL_WIDEST: Final = 0.8  # of the page's width, for a row of them
SMALL_GAP_SHARE, FRAME_SHARE = 0.022, 0.005  # of the shorter side
AIR_SHARE: Final = 0.03  # of the page's height, around a picture that leaves some paper


@dataclass(frozen=True, slots=True)
class Front:
    """A picture over the whole page, and the end of it where letters may lie."""

    photo: PlanPhoto
    cell: Cell
    calm: Calm


def arrange(wanted: PageWanted) -> Arranged:
    shown = shown_of(wanted, wanted.photos)
    heading = heading_of(wanted, list(shown.photos))
    ranked = sorted(shown.photos, key=lambda photo: -shown.weights[photo.key])
    if wanted.hero in shown.weights:
        ranked = [photo for photo in ranked if photo.key == wanted.hero]
    fronts = [
        front
        for photo in ranked[:CANDIDATES]
        if (front := _front(wanted, photo, _band(wanted, heading))) is not None
    ]
    if not fronts:
        return _on_paper(wanted, shown, heading)
    fronts.sort(key=lambda front: -_worth(front, shown))
    return _full(wanted, shown, heading, fronts[(wanted.seed - 1) % len(fronts)])


def _band(wanted: PageWanted, heading: Heading) -> float:
    """The share of the page's height that the heading takes, with air under it."""
    page = wanted.shape.page
    return min(0.45, (heading.height + EDGE_SHARE * page.height) / page.height)


def _free(wanted: PageWanted) -> tuple[float, float]:
    clear = wanted.shape.clear_pixels / wanted.shape.page.height
    return clear, 1 - clear


def _front(wanted: PageWanted, photo: PlanPhoto, band: float) -> Front | None:
    """None where a face would be cut, too much be lost, or letters lie on a face."""
    page, piece = wanted.shape.page, piece_of(photo)
    bend = log(page.aspect / piece.aspect)
    low, high = max(-LOOSEST, piece.narrowest), min(LOOSEST, piece.widest)
    if not low <= bend <= high:
        return None
    whole = PixelBox(0, 0, page.width, page.height)
    cell = cell_of(photo, whole, wanted.crops.get(photo.key, 0))
    calm = calmest(photo.sight, cell.window, band, _free(wanted))
    return Front(photo, cell, calm) if calm else None


def _worth(front: Front, shown: Shown) -> float:
    calm = 1 - front.calm.busy / (front.calm.bottom - front.calm.top)
    return shown.weights[front.photo.key] - BENT * (1 - front.cell.shown_share) + CALM * calm


def _full(wanted: PageWanted, shown: Shown, heading: Heading, front: Front) -> Arranged:
    page, edge = wanted.shape.page, _edge(wanted)
    ink = wanted.theme.ink.at(page_hue(wanted.photos, [front.cell]))
    at_top, at_bottom = edge, page.height - edge - heading.height
    title, words = heading.at(at_top if front.calm.is_upper else at_bottom, page.width, ink)
    small = _small(wanted, shown, front)
    kept = [front.photo, *(photo for photo in shown.photos if photo.key in _keys(small))]
    return Arranged(
        cells=(front.cell, *small),
        left_out=left_out(wanted, kept, shown.twins),
        title=title,
        words=words,
    )


def _keys(cells: Sequence[Cell]) -> set[str]:
    return {cell.key for cell in cells}


def _edge(wanted: PageWanted) -> int:
    return max(wanted.shape.clear_pixels, round(EDGE_SHARE * wanted.shape.page.height))


def _others(shown: Shown, hero: PlanPhoto) -> list[PlanPhoto]:
    """The best of the rest, in their order; none where one alone would look forgotten."""
    rest = [photo for photo in shown.photos if photo.key != hero.key]
    best = sorted(rest, key=lambda photo: -shown.weights[photo.key])[:MOST_SMALL]
    return [photo for photo in rest if photo in best] if len(best) > 1 else []


def _row(wanted: PageWanted, others: Sequence[PlanPhoto]) -> tuple[int, int]:
    """How wide and high small pictures are together."""
    page = wanted.shape.page
    shorter, gaps = min(page.width, page.height), len(others) - 1
    gap = round(SMALL_GAP_SHARE * shorter)
    aspect = natural_aspect([pieces(others)])
    width = min(SMALL_WIDEST * page.width, aspect * SMALL_SHARE * shorter + gap * gaps)
    return round(width), round((width - gap * gaps) / aspect)


def _small(wanted: PageWanted, shown: Shown, front: Front) -> tuple[Cell, ...]:
    """A row of small pictures at the other end of the page, if no face is under it."""
    others = _others(shown, front.photo)
    if not others:
        return ()
    page, edge = wanted.shape.page, _edge(wanted)
    width, height = _row(wanted, others)
    top = page.height - edge - height if front.calm.is_upper else edge
    span = (top / page.height, (top + height) / page.height)
    if not is_quiet(front.photo.sight, front.cell.window, *span):
        return ()
    box = PixelBox((page.width - width) // 2, top, width, height)
    return _in_frames(wanted, others, box)


def _in_frames(wanted: PageWanted, others: Sequence[PlanPhoto], box: PixelBox) -> tuple[Cell, ...]:
    shorter = min(wanted.shape.page.width, wanted.shape.page.height)
    thick = round(FRAME_SHARE * shorter)
    paper: Colour = wanted.theme.ink.at(page_hue(wanted.photos, []))
    frame = Frame(thick, thick, thick, paper)
    cells = filled([pieces(others)], box, round(SMALL_GAP_SHARE * shorter), wanted.crops)
    return tuple(replace(cell, frame=frame) for cell in cells)


def _on_paper(wanted: PageWanted, shown: Shown, heading: Heading) -> Arranged:
    """Where no picture can bear the title: it stands above one that is nearly whole."""
    page, edge = wanted.shape.page, _edge(wanted)
    hero = _hero(wanted, shown)
    air = round(AIR_SHARE * page.height)
    above = edge + heading.height + (air if heading.letters is None else 0)
    others, (width, height) = _below(wanted, shown, hero, page.height - edge - above - 2 * air)
    below = page.height - edge - (height + 2 * air if others else 0)
    cell = alone(hero, PixelBox(0, above, page.width, below - above), wanted.crops)
    bottom = cell.on_page.bottom
    row = PixelBox((page.width - width) // 2, bottom + 2 * air, width, height)
    small = _in_frames(wanted, others, row) if others else ()
    ink = wanted.theme.ink.at(page_hue(wanted.photos, [cell]))
    title, words = heading.at(cell.on_page.top - above + edge, page.width, ink)
    return Arranged(
        cells=(cell, *small),
        left_out=left_out(wanted, [hero, *others], shown.twins),
        title=title,
        words=words,
    )


def _below(
    wanted: PageWanted, shown: Shown, hero: PlanPhoto, room_pixels: int
) -> tuple[list[PlanPhoto], tuple[int, int]]:
    """Small pictures under one that keeps the width of the page, and how large they are."""
    others = _others(shown, hero)
    least, _ = heights([pieces([hero])], wanted.shape.page.width, 0)
    if others and least + (row := _row(wanted, others))[1] <= room_pixels:
        return others, row
    return [], (0, 0)


def _hero(wanted: PageWanted, shown: Shown) -> PlanPhoto:
    """The one that was chosen, else the best; taller ones first on a tall page."""
    aspect = wanted.shape.page.aspect
    if wanted.hero in shown.weights:
        return shown.best(shown.photos)
    return max(
        shown.photos,
        key=lambda photo: (
            shown.weights[photo.key] - BENT * abs(log(photo.sight.size.aspect / aspect)) / 2
        ),
    )
