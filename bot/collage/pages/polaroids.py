"""Polaroids: paper frames strewn over the page, their day or town in handwriting below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from math import floor, radians, sin
from typing import Final

from bot.collage.accents import accented
from bot.collage.arranged import Arranged, PageWanted
from bot.collage.lettering_words import Small, smallest_pixels, words_for
from bot.collage.page import cell_of
from bot.collage.pages.captions import captions
from bot.collage.pages.lettered import above, titled
from bot.collage.pages.prints import BELOW, SIDES, Print, prints_of
from bot.collage.pages.shown import showing
from bot.collage.pages.strewing import Strewn, strewn
from bot.collage.plan import Anchor, Cell, Frame, PixelBox, PlanPhoto, Words
from bot.collage.turned import Corners, Point, bounds, card_corners, middle, overlap_pixels, turned
from bot.pixels.geometry import Box
from bot.pixels.tones import Colour
from bot.pixels.typefaces import Role

PAPER: Final[Colour] = (252, 251, 246)
INK: Final[Colour] = (52, 46, 62)  # a felt pen's
SHADOW: Final = 0.055  # of the picture's side
COVERED: Final = 0.07  # of the picture's side, of a photo that lies under another card
WRITING: Final = 0.135  # of the picture's side: as high as letters are
AS_GOOD: Final = 0.9  # of the largest cards: a difference that nobody minds
ASPECTS: Final = ((0.74, 1.42), (0.85, 1.15), (1.1, 1.42), (0.74, 0.9))  # of pictures, by turns
ENOUGH: Final = 0.7  # of the area under cards: less, and other aspects are tried
WHOLE: Final = Box(0.0, 0.0, 1.0, 1.0)
LEANING: Final = 0.84  # of the strip below a picture: turned words stay on the paper
SHRINK: Final = 0.93
LEAST_WRITING: Final = 0.62  # of that, before words are said shorter


def arrange(wanted: PageWanted) -> Arranged:
    shown, left_out = showing(wanted)
    letters, area = titled(wanted)
    said = [captions(photo, shown, wanted.reader) for photo in shown]
    prints, way = _strewn(shown, said, area, wanted)
    cells = tuple(
        _cell(one, at, unit, wanted)
        for one, at, unit in zip(prints, way.middles, way.units, strict=True)
    )
    title = above(letters, _block(area, cells)) if letters else None
    return Arranged(
        cells=cells,
        left_out=left_out,
        title=title,
        marks=tuple(accented(title, shown, wanted.shape.page, is_south=wanted.is_south)),
        words=tuple(_writing(cells, said, wanted)),
    )


def _strewn(
    shown: Sequence[PlanPhoto], said: Sequence[Sequence[str]], area: PixelBox, wanted: PageWanted
) -> tuple[list[Print], Strewn]:
    """Pictures cropped as little as still fills the page, and where they lie."""
    tried: list[tuple[list[Print], Strewn]] = []
    for aspects in ASPECTS if len(shown) > 1 else ASPECTS[:1]:
        prints = prints_of(shown, wanted, aspects)
        tried.append((prints, _way(prints, said, area, wanted)))
        if _paper(*tried[-1]) >= ENOUGH * area.area:
            return tried[-1]
    return max(tried, key=lambda one: _paper(*one))


def _paper(prints: Sequence[Print], way: Strewn) -> float:
    """The area of all cards together."""
    return sum(
        unit**2 * one.piece.width * one.piece.height
        for one, unit in zip(prints, way.units, strict=True)
    )


def _way(
    prints: Sequence[Print], said: Sequence[Sequence[str]], area: PixelBox, wanted: PageWanted
) -> Strewn:
    def is_sound(one: Strewn) -> bool:
        return not any(
            _hides(upper, lower, one, is_written=bool(said[lower[0]]))
            for lower, upper in combinations(list(enumerate(prints)), 2)
        )

    ways = strewn([one.piece for one in prints], area, is_sound)
    good = [way for way in ways if way.size >= AS_GOOD * ways[0].size]
    return good[(wanted.seed - 1 + wanted.pick) % len(good)]


def _block(area: PixelBox, cells: Sequence[Cell]) -> PixelBox:
    """What the cards take of the page, from the highest one on."""
    top = floor(min(bounds(card_corners(cell))[1] for cell in cells))
    return replace(area, top=max(area.top, top))


def _hides(
    upper: tuple[int, Print], lower: tuple[int, Print], way: Strewn, *, is_written: bool
) -> bool:
    """Whether a card lies on a face, on words, or on too much of a photo."""
    (over, card), (under, found) = upper, lower
    at, unit = way.middles[under], way.units[under]
    corners = card.card(way.middles[over], way.units[over])
    if _are_apart(corners, found.card(at, unit)):
        return False
    kept = [found.covered(face, at, unit) for face in found.faces]
    if is_written:
        kept.append(found.strip(at, unit))
    picture = found.covered(WHOLE, at, unit)
    return overlap_pixels(picture, corners) > COVERED * unit or any(
        overlap_pixels(one, corners) > 0 for one in kept
    )


def _are_apart(one: Corners, other: Corners) -> bool:
    """Quickly, by the boxes around them."""
    first, second = bounds(one), bounds(other)
    return (
        first[0] >= second[2]
        or second[0] >= first[2]
        or first[1] >= second[3]
        or second[1] >= first[3]
    )


def _cell(one: Print, at: Point, unit: float, wanted: PageWanted) -> Cell:
    size = unit * one.scale
    frame = Frame(
        sides_pixels=round(SIDES * size),
        above_pixels=round(SIDES * size),
        below_pixels=round(BELOW * size),
        paper=PAPER,
        shadow_pixels=round(SHADOW * size),
    )
    width, height = (round(unit * side) for side in one.picture)
    box = PixelBox(
        round(at[0] - width / 2),
        round(at[1] - (height + frame.above_pixels + frame.below_pixels) / 2) + frame.above_pixels,
        width,
        height,
    )
    cell = cell_of(one.photo, box, wanted.crops.get(one.photo.key, 0))
    return replace(cell, turn_degrees=one.piece.degrees, frame=frame, radius_pixels=0)


def _writing(
    cells: Sequence[Cell], said: Sequence[Sequence[str]], wanted: PageWanted
) -> Iterator[Words]:
    """Under all photos in the same brevity, the longest that fits them all; else under none."""
    for level in range(max(len(one) for one in said)):
        found = [
            (cell, _small(texts[min(level, len(texts) - 1)], cell, wanted))
            for cell, texts in zip(cells, said, strict=True)
            if texts
        ]
        if all(small for _, small in found):
            yield from (_under(cell, small) for cell, small in found if small)
            return


def _small(text: str, cell: Cell, wanted: PageWanted) -> Small | None:
    """The words whole and as large as they fit on the paper, as it leans."""
    strip = cell.frame.below_pixels if cell.frame else 0
    smallest, size = smallest_pixels(wanted.shape.page), round(WRITING / BELOW * strip)
    least = max(smallest, round(LEAST_WRITING * size))
    while size >= least:
        small = words_for(
            text,
            Role.HAND,
            size_pixels=size,
            smallest_pixels=size,
            widest_pixels=0.92 * cell.on_page.width,
        )
        if small and small.is_whole and _lean(small, cell) <= LEANING * strip:
            return small
        size = min(size - 1, round(SHRINK * size))
    return None


def _lean(small: Small, cell: Cell) -> float:
    """How high the words are once they are turned."""
    return small.height + small.width * abs(sin(radians(cell.turn_degrees)))


def _under(cell: Cell, small: Small) -> Words:
    """In the middle of the strip, turned as the card is."""
    box, card = cell.on_page, cell.card
    x = box.left + box.width / 2
    strip = card.bottom - box.bottom
    y = box.bottom + strip / 2 - (small.top + small.bottom) / 2
    place = (x, y)
    (x, y), *_ = turned((place, place, place, place), middle(card), cell.turn_degrees)
    return Words(
        text=small.text,
        face=small.face,
        size_pixels=small.size_pixels,
        x=round(x),
        baseline=round(y),
        ink=INK,
        anchor=Anchor.MIDDLE,
        turn_degrees=cell.turn_degrees,
        about=cell.key,
    )
