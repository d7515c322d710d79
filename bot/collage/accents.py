"""A page's seasonal touch: a colour from its own photos, and a small geometric ornament."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from math import cos, pi
from typing import Final

from bot.collage.plan import Letters, Mark, MarkKind, PixelBox, PlanPhoto
from bot.pixels.fonts import width
from bot.pixels.geometry import Size
from bot.pixels.tones import WARM_HUE, Colour, Tone

ACCENT: Final = Tone(lightness=34, chroma=38)  # read on paper, and a colour still
FOREIGN: Final = 0.35  # how much a hue of the photos counts that is none of the season's
NEAREST: Final = 0.045  # of the page's width, kept between an ornament and the edge
AIR: Final = 0.75  # sizes of the letters, between them and the ornament
REACH: Final = 1.9  # sizes of the letters that an ornament takes at most
MIDDLE: Final = 0.27  # of the letters' size above the baseline: half as high as an x


class Season(StrEnum):
    """As it is where most people live; the other half of the earth has them half a year later."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


# By month, from January: of the weather, not of the sky.
NORTHERN: Final = (
    *[Season.WINTER] * 2, *[Season.SPRING] * 3, *[Season.SUMMER] * 3, *[Season.AUTUMN] * 3,
    Season.WINTER,
)  # fmt: skip
HUES: Final = {  # Lab hue angles in radians: new leaves, sunlight, turning leaves, cold light
    Season.SPRING: 2.3,
    Season.SUMMER: 1.4,
    Season.AUTUMN: 0.85,
    Season.WINTER: -1.45,
}


def season_of(photos: Sequence[PlanPhoto], *, is_south: bool) -> Season | None:
    """The one that most of the dated photos were taken in; of equals the first; None undated."""
    seasons = [_season(photo.taken, is_south=is_south) for photo in photos if photo.taken]
    return max(seasons, key=seasons.count) if seasons else None


def _season(day: date, *, is_south: bool) -> Season:
    return NORTHERN[(day.month - 1 + 6 * is_south) % 12]


def accent_of(photos: Sequence[PlanPhoto], season: Season | None) -> Colour:
    """The photos' own hue that comes nearest to the season's; the season's if they are grey."""
    columns = list(zip(*(photo.sight.hues for photo in photos), strict=True))
    totals = [sum(column) for column in columns]
    if not any(totals):
        return ACCENT.at(HUES[season] if season else WARM_HUE)
    angles = [-pi + (place + 0.5) * 2 * pi / len(totals) for place in range(len(totals))]
    worth = [
        total * (FOREIGN + _likeness(angle, season))
        for total, angle in zip(totals, angles, strict=True)
    ]
    return ACCENT.at(angles[worth.index(max(worth))])


def _likeness(angle: float, season: Season | None) -> float:
    """From 0, the opposite hue, to 1."""
    return (1 + cos(angle - HUES[season])) / 2 if season else 0.0


def accented(
    letters: Letters | None, photos: Sequence[PlanPhoto], page: Size, *, is_south: bool
) -> list[Mark]:
    """The ornament of the photos' season, beside the title of their page."""
    if letters is None:
        return []
    season = season_of(photos, is_south=is_south)
    return beside(letters, season, accent_of(photos, season), page)


def beside(letters: Letters, season: Season | None, colour: Colour, page: Size) -> list[Mark]:
    """The same small ornament on both sides of a title of one line; none where it has no room."""
    if len(letters.lines) != 1:
        return []
    size = letters.size_pixels
    wide = width(letters.lines[0], letters.face, size)
    middle = page.width / 2 if letters.x is None else letters.x
    level = letters.baselines[0] - round(MIDDLE * size)
    start = middle + wide / 2 + AIR * size
    if start + REACH * size > page.width * (1 - NEAREST):
        return []
    right = list(_ornament(season, round(start), level, size, colour))
    return [*right, *(_mirrored(mark, middle) for mark in right)]


def _ornament(
    season: Season | None, left: int, level: int, size: int, colour: Colour
) -> Iterator[Mark]:
    """To the right of the title, from `left` on, around a level."""
    thick = max(2, round(0.05 * size))
    if season is Season.SPRING:
        for place, share in enumerate((0.24, 0.17, 0.11)):
            yield _dot(left + round(0.55 * size * place), level, share * size, colour)
    elif season is Season.AUTUMN:
        for place in range(3):
            x = left + round(0.42 * size * place)
            box = PixelBox(x, level - round(0.2 * size), round(0.28 * size), round(0.4 * size))
            yield Mark(MarkKind.RISING_LINE, box, colour, line_pixels=thick)
    elif season is Season.WINTER:
        for offset, share in ((-0.11, 1.5), (0.11, 0.9)):
            box = PixelBox(left, level + round(offset * size), round(share * size), 0)
            yield Mark(MarkKind.LINE, box, colour, line_pixels=thick)
    else:
        yield _dot(left + round(0.15 * size), level, 0.3 * size, colour)
        box = PixelBox(left + round(0.6 * size), level, round(1.2 * size), 0)
        yield Mark(MarkKind.LINE, box, colour, line_pixels=thick)


def _dot(middle: int, level: int, across: float, colour: Colour) -> Mark:
    radius = max(1, round(across / 2))
    box = PixelBox(middle - radius, level - radius, 2 * radius, 2 * radius)
    return Mark(MarkKind.BOX, box, colour, radius_pixels=radius)


def _mirrored(mark: Mark, middle: float) -> Mark:
    box = mark.box
    left = round(2 * middle) - box.left - box.width
    kind = MarkKind.LINE if mark.kind is MarkKind.RISING_LINE else mark.kind
    return Mark(
        kind,
        PixelBox(left, box.top, box.width, box.height),
        mark.colour,
        radius_pixels=mark.radius_pixels,
        line_pixels=mark.line_pixels,
    )
