"""Polaroids: paper frames strewn over the page, their day or town in handwriting below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import exp, floor, radians, sin, sqrt
from random import Random
from typing import Final

from bot.collage.accents import accented
from bot.collage.arranged import Arranged, PageWanted
from bot.collage.crop import croppable, window
from bot.collage.lettering import letters_for
from bot.collage.lettering_words import ELLIPSIS, Small, smallest_pixels, words_for
from bot.collage.page import area_of, cell_of
from bot.collage.pages.captions import captions
from bot.collage.pages.mosaic import above
from bot.collage.pages.showing import showing
from bot.collage.pages.strewing import Piece, Strewn, strewn
from bot.collage.plan import Anchor, Cell, Frame, PixelBox, PlanPhoto, Words
from bot.collage.turned import Corners, Point, bounds, card_corners, middle, overlap_pixels, turned
from bot.pixels.geometry import Box
from bot.pixels.tones import Colour
from bot.pixels.typefaces import Role

PAPER: Final[Colour] = (252, 251, 246)
INK: Final[Colour] = (52, 46, 62)  # a felt pen's
SIDES, BELOW = 0.06, 0.18  # of the picture's side
TALLEST, WIDEST = 0.74, 1.42  # of pictures, width / height, as far as their faces allow
STEEPEST_DEGREES, LEAST_DEGREES = 4.0, 1.0
NUDGE: Final = 0.025  # of the picture's side
HERO: Final = 1.22  # times as wide and high as the others
SHADOW: Final = 0.055  # of the picture's side
AROUND_FACES: Final = 0.2  # of a face's size, that no card may lie on either
COVERED: Final = 0.07  # of the picture's side, of a photo that lies under another card
WRITING: Final = 0.135  # of the picture's side: as high as letters are
STRAY: Final = 0.25  # how often two neighbours lean the same way
AS_GOOD: Final = 0.8  # of the largest cards: a difference that nobody minds
WHOLE: Final = Box(0.0, 0.0, 1.0, 1.0)
LEANING: Final = 0.84  # of the strip below a picture: turned words stay on the paper
SHRINK: Final = 0.93
LEAST_WRITING: Final = 0.62  # of that, before words are said shorter


Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Print:
    """A photo on its paper, in units of a picture's side around the middle of the card.

    scale: times as large as the others. faces: in shares of the picture, with air around them.
    """

    photo: PlanPhoto
    picture: tuple[float, float]
    scale: float
    piece: Piece
    faces: tuple[Box, ...]

    @property
    def top(self) -> float:
        """Of the picture."""
        return SIDES * self.scale - self.piece.height / 2

    def covered(self, box: Box, at: Point, unit: float) -> Corners:
        """Where a part of the picture lies on the page, the middle of its card at `at`."""
        wide, high = self.picture
        xs = (box.left - 0.5) * wide, (box.right - 0.5) * wide
        return self._turned(
            xs, (self.top + box.top * high, self.top + box.bottom * high), at, unit
        )

    def card(self, at: Point, unit: float) -> Corners:
        wide, high = self.piece.width / 2, self.piece.height / 2
        return self._turned((-wide, wide), (-high, high), at, unit)

    def strip(self, at: Point, unit: float) -> Corners:
        """The paper below the picture, where it is written on."""
        wide, high = 0.45 * self.picture[0], self.piece.height / 2
        return self._turned((-wide, wide), (self.top + self.picture[1], high), at, unit)

    def _turned(self, xs: Span, ys: Span, at: Point, unit: float) -> Corners:
        left, right = (at[0] + unit * x for x in xs)
        top, bottom = (at[1] + unit * y for y in ys)
        shape = (left, top), (right, top), (right, bottom), (left, bottom)
        return turned(shape, at, self.piece.degrees)


def arrange(wanted: PageWanted) -> Arranged:
    shown, left_out = showing(wanted)
    letters = letters_for(wanted.title, wanted.shape) if wanted.title else None
    area = area_of(wanted.shape, wanted.theme, letters.band_pixels if letters else 0)
    prints = _prints(shown, wanted)
    said = [captions(photo, shown, wanted.language) for photo in shown]

    def is_sound(one: Strewn) -> bool:
        return not any(
            _hides(upper, lower, one, is_written=bool(said[lower[0]]))
            for lower, upper in combinations(list(enumerate(prints)), 2)
        )

    ways = strewn([one.piece for one in prints], area, is_sound)
    good = [way for way in ways if way.size >= AS_GOOD * ways[0].size]
    way = good[(wanted.seed - 1 + wanted.pick) % len(good)]
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


def _block(area: PixelBox, cells: Sequence[Cell]) -> PixelBox:
    """What the cards take of the page, from the highest one on."""
    top = floor(min(bounds(card_corners(cell))[1] for cell in cells))
    return replace(area, top=max(area.top, top))


def _prints(photos: Sequence[PlanPhoto], wanted: PageWanted) -> list[_Print]:
    dice = Random(wanted.seed)  # noqa: S311 - the same seed strews the same page
    return [
        _print(
            photo,
            wanted.crops.get(photo.key, 0),
            HERO if photo.key == wanted.hero else 1.0,
            (_degrees(place, dice), (_nudge(dice), _nudge(dice))),
        )
        for place, photo in enumerate(photos)
    ]


def _degrees(place: int, dice: Random) -> float:
    """One to the left, one to the right, mostly; in tenths."""
    steep = LEAST_DEGREES + dice.random() * (STEEPEST_DEGREES - LEAST_DEGREES)
    side = 1 if (place + (dice.random() < STRAY)) % 2 else -1
    return side * round(steep, 1)


def _nudge(dice: Random) -> float:
    return (2 * dice.random() - 1) * NUDGE


def _print(photo: PlanPhoto, take: int, scale: float, lying: tuple[float, Point]) -> _Print:
    aspect = _aspect(photo)
    picture = scale * sqrt(aspect), scale / sqrt(aspect)
    piece = Piece(picture[0] + 2 * SIDES * scale, picture[1] + (SIDES + BELOW) * scale, *lying)
    seen = window(photo.sight, aspect, take)
    faces = tuple(_within(face, seen) for face in photo.sight.faces)
    return _Print(photo, picture, scale, piece, faces)


def _aspect(photo: PlanPhoto) -> float:
    """Neither a tower nor a panorama, unless its faces need the whole of it."""
    limits = croppable(photo.sight)
    wanted = min(max(limits.aspect, TALLEST), WIDEST)
    least, most = (limits.aspect * exp(bend) for bend in (limits.narrowest, limits.widest))
    return min(max(wanted, least), most)


def _within(face: Box, seen: Box) -> Box:
    """In shares of what is seen, with air around it."""
    aside, up = AROUND_FACES * face.width, AROUND_FACES * face.height
    return Box(
        (face.left - aside - seen.left) / seen.width,
        (face.top - up - seen.top) / seen.height,
        (face.right + aside - seen.left) / seen.width,
        (face.bottom + up - seen.top) / seen.height,
    )


def _hides(
    upper: tuple[int, _Print], lower: tuple[int, _Print], way: Strewn, *, is_written: bool
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


def _cell(one: _Print, at: Point, unit: float, wanted: PageWanted) -> Cell:
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
        if small and not small.text.endswith(ELLIPSIS) and _lean(small, cell) <= LEANING * strip:
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
    strip = card.top + card.height - box.top - box.height
    y = box.top + box.height + strip / 2 - (small.top + small.bottom) / 2
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
