"""A strip of film on a light table: frames in their order, from edge to edge of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Final

from bot.collage.accents import accented
from bot.collage.arranged import Arranged, PageWanted
from bot.collage.lettering_words import smallest_pixels
from bot.collage.page import cell_of
from bot.collage.pages.film_print import (
    BETWEEN,
    EDGE,
    NUMBER,
    WRITTEN_EDGE,
    blanks,
    holes,
    printed,
)
from bot.collage.pages.lettered import above, titled
from bot.collage.pages.rows import Piece, pieces, split
from bot.collage.pages.shown import showing
from bot.collage.plan import Cell, Mark, PixelBox, PlanPhoto
from bot.pixels.tones import dominant_hue
from bot.pixels.typefaces import Role

MOST_STRIPS: Final = 6
LOOSEST: Final = 0.1  # |ln(frame aspect / photo aspect)|: a tenth of a photo may go
NARROWED: Final = 0.03  # of that, to make the pictures of a full strip larger
BLANK: Final = 0.45  # of a photo's worth that a frame's worth of unexposed film costs
EMPTY: Final = 0.5  # of a photo's worth that as much of the page without film costs
SHORTEST_BLANK: Final = 0.12  # heights of bare film: less is spread between the frames
APART: Final = 0.03  # of the room for strips, at least, between two of them
FARTHEST: Final = 0.3  # times a strip's thickness: further apart, they are alone
AS_GOOD: Final = 0.85  # of what the best shows
HALVINGS: Final = 20


@dataclass(frozen=True, slots=True)
class _Strips:
    """Photos in strips of one gauge; height: of their pictures, in pixels."""

    rows: Sequence[Sequence[Piece]]
    height: float
    is_written: bool

    @property
    def gap(self) -> float:
        return BETWEEN * self.height

    @property
    def below(self) -> float:
        return self.height * (WRITTEN_EDGE if self.is_written else EDGE)

    @property
    def thickness(self) -> float:
        return self.height * (1 + EDGE) + self.below

    def widths(self, row: Sequence[Piece], page_width: int) -> list[float]:
        """As wide as they fill the page together, or as their faces and crops allow."""
        room = page_width - self.gap * len(row)
        low, high = -LOOSEST, LOOSEST
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            if sum(self._wide(piece, middle) for piece in row) > room:
                high = middle
            else:
                low = middle
        return [self._wide(piece, low) for piece in row]

    def worth(self, page_width: int, room_pixels: int) -> float:
        """The area of the pictures, less what unexposed film and an empty page take from it."""
        used = sum(sum(self.widths(row, page_width)) for row in self.rows)
        bare = sum(
            max(0.0, page_width - self.gap * len(row) - sum(self.widths(row, page_width)))
            for row in self.rows
        )
        empty = page_width * max(0.0, room_pixels - len(self.rows) * self.thickness)
        return self.height * (used - BLANK * bare) - EMPTY * empty

    def _wide(self, piece: Piece, bend: float) -> float:
        return self.height * piece.aspect * exp(min(max(bend, piece.narrowest), piece.widest))


def arrange(wanted: PageWanted) -> Arranged:
    shown, left_out = showing(wanted)
    letters, area = titled(wanted, Role.STRIP)
    strips = _best(shown, area, wanted)
    tops = _tops(strips, area)
    light = wanted.theme.paper.at(dominant_hue(photo.sight.hues for photo in shown))
    cells: list[Cell] = []
    marks: list[Mark] = []
    for row, top in zip(strips.rows, tops, strict=True):
        frames, ends = _frames(strips, row, top, wanted)
        film = PixelBox(0, round(top), wanted.shape.page.width, round(strips.thickness))
        marks += [*holes(film, strips.height, light), *blanks(frames, ends, strips.height)]
        cells += frames
    block = PixelBox(area.left, round(tops[0]), area.width, area.height)
    title = above(letters, block) if letters else None
    marks += accented(title, shown, wanted.shape.page, is_south=wanted.is_south)
    return Arranged(
        cells=tuple(cells),
        left_out=left_out,
        title=title,
        marks=tuple(marks),
        words=tuple(printed(cells, shown, strips.height, wanted)) if strips.is_written else (),
        paper=light,
    )


def _best(photos: Sequence[PlanPhoto], area: PixelBox, wanted: PageWanted) -> _Strips:
    """As many strips as show most; another seed shows those that are about as good."""
    width, some = wanted.shape.page.width, pieces(photos)
    tried = [
        _gauged(split(some, count), area, wanted)
        for count in range(1, min(MOST_STRIPS, len(some)) + 1)
    ]
    tried.sort(key=lambda one: -one.worth(width, area.height))
    best = tried[0].worth(width, area.height)
    least = best - (1 - AS_GOOD) * abs(best)
    good = [one for one in tried if one.worth(width, area.height) >= least]
    return good[(wanted.seed - 1 + wanted.pick) % len(good)]


def _gauged(rows: Sequence[Sequence[Piece]], area: PixelBox, wanted: PageWanted) -> _Strips:
    """The largest gauge at which every row is on the page, and all of them below one another."""
    page = wanted.shape.page
    high = area.height * (1 - APART * (len(rows) - 1)) / len(rows)
    widest = max(
        sum(piece.aspect * exp(max(-NARROWED, piece.narrowest)) + BETWEEN for piece in row)
        for row in rows
    )
    height = min(high / (1 + EDGE + WRITTEN_EDGE), page.width / widest)
    is_written = round(NUMBER * height) >= smallest_pixels(page)
    if not is_written:
        height = min(high / (1 + 2 * EDGE), page.width / widest)
    return _Strips(rows, height, is_written)


def _tops(strips: _Strips, area: PixelBox) -> list[float]:
    """Evenly down the page, and never far apart."""
    count = len(strips.rows)
    spare = area.height - count * strips.thickness
    gap = min(spare / (count + 1), FARTHEST * strips.thickness)
    first = area.top + (spare - gap * (count - 1)) / 2
    return [first + place * (strips.thickness + gap) for place in range(count)]


def _frames(
    strips: _Strips, row: Sequence[Piece], top: float, wanted: PageWanted
) -> tuple[list[Cell], float]:
    """The photos of a strip, and how much of its film is bare at each end."""
    page_width = wanted.shape.page.width
    widths = strips.widths(row, page_width)
    bare = max(0.0, page_width - sum(widths) - strips.gap * len(row))
    is_blank = bare > SHORTEST_BLANK * strips.height
    gap = strips.gap if is_blank else strips.gap + bare / len(row)
    x = (gap + bare * is_blank) / 2
    upper = round(top + EDGE * strips.height)
    cells = []
    for piece, wide in zip(row, widths, strict=True):
        box = PixelBox(round(x), upper, round(x + wide) - round(x), round(strips.height))
        cells.append(cell_of(piece.photo, box, wanted.crops.get(piece.photo.key, 0)))
        x += wide + gap
    return cells, bare / 2 if is_blank else 0.0
