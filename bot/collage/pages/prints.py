"""Photos printed on paper: how wide and high, how they lean, where faces lie on their cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt
from random import Random
from typing import Final

from bot.collage.arranged import PageWanted
from bot.collage.crop import croppable, window
from bot.collage.pages.strewing import Piece
from bot.collage.plan import PlanPhoto
from bot.collage.turned import Corners, Point, turned
from bot.pixels.geometry import Box

SIDES, BELOW = 0.06, 0.18  # of the picture's side
STEEPEST_DEGREES, LEAST_DEGREES = 4.0, 1.0
NUDGE: Final = 0.025  # of the picture's side
HERO: Final = 1.22  # times as wide and high as the others
AROUND_FACES: Final = 0.2  # of a face's size, that no card may lie on either
STRAY: Final = 0.25  # how often two neighbours lean the same way

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Print:
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


def prints_of(photos: Sequence[PlanPhoto], wanted: PageWanted, aspects: Span) -> list[Print]:
    """aspects: width / height of the narrowest and the widest picture, as far as faces allow."""
    dice = Random(wanted.seed)  # noqa: S311 - the same seed strews the same page
    return [
        _print(
            photo,
            aspects,
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


def _print(
    photo: PlanPhoto, aspects: Span, take: int, scale: float, lying: tuple[float, Point]
) -> Print:
    aspect = _aspect(photo, aspects)
    picture = scale * sqrt(aspect), scale / sqrt(aspect)
    piece = Piece(picture[0] + 2 * SIDES * scale, picture[1] + (SIDES + BELOW) * scale, *lying)
    seen = window(photo.sight, aspect, take)
    faces = tuple(_within(face, seen) for face in photo.sight.faces)
    return Print(photo, picture, scale, piece, faces)


def _aspect(photo: PlanPhoto, aspects: Span) -> float:
    """Neither a tower nor a panorama, unless its faces need the whole of it."""
    limits = croppable(photo.sight)
    wanted = min(max(limits.aspect, aspects[0]), aspects[1])
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
