"""What is on a film beside its pictures: holes, unexposed frames, numbers, days and towns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.collage.arranged import PageWanted
from bot.collage.lettering_words import Small, first_whole, smallest_pixels, words_for
from bot.collage.pages.captions import captions
from bot.collage.pages.lettered import placed
from bot.collage.plan import Anchor, Cell, Mark, MarkKind, PixelBox, PlanPhoto, Words
from bot.pixels.tones import Colour
from bot.pixels.typefaces import Role

# In heights of a picture; a real one is 24 mm high and has a hole every 4.75 mm.
EDGE: Final = 0.165
WRITTEN_EDGE: Final = 0.25  # below the pictures, where numbers are
PITCH, HOLE_WIDTH, HOLE_HEIGHT, HOLE_RADIUS = 0.198, 0.112, 0.075, 0.02
HOLE_INSET: Final = 0.04  # of the holes, from the edge of the film
CORNER: Final = 0.012
BETWEEN: Final = 0.055  # frames
NUMBER: Final = 0.1
INSET: Final = 0.35  # of the letters' size, so that no frame's words meet the next one's

FILM: Final[Colour] = (27, 22, 20)
UNEXPOSED: Final[Colour] = (46, 38, 34)
PRINT: Final[Colour] = (242, 178, 92)


def holes(film: PixelBox, height: float, light: Colour) -> Iterator[Mark]:
    """The film, and holes along both its edges, through which the light of the table comes."""
    yield Mark(MarkKind.BOX, film, FILM)
    size = round(HOLE_WIDTH * height), round(HOLE_HEIGHT * height)
    pitch, inset = max(1, round(PITCH * height)), round(HOLE_INSET * height)
    for top in (film.top + inset, film.bottom - inset - size[1]):
        yield Mark(
            MarkKind.BOX,
            PixelBox(-pitch // 2, top, *size),
            light,
            radius_pixels=round(HOLE_RADIUS * height),
            times=film.width // pitch + 2,
            across_pixels=pitch,
        )


def blanks(cells: Sequence[Cell], bare_pixels: float, height: float) -> Iterator[Mark]:
    """Frames that were not exposed, at both ends; they go on beyond the page."""
    if not bare_pixels:
        return
    first, last = cells[0].on_page, cells[-1].on_page
    gap, reach = round(BETWEEN * height), round(bare_pixels + height)
    for left in (first.left - gap - reach, last.right + gap):
        box = PixelBox(left, first.top, reach, first.height)
        yield Mark(MarkKind.BOX, box, UNEXPOSED, radius_pixels=round(CORNER * height))


def printed(
    cells: Sequence[Cell], shown: Sequence[PlanPhoto], height: float, wanted: PageWanted
) -> Iterator[Words]:
    """Under each frame its number, and its day or town where there is room."""
    said = {photo.key: captions(photo, shown, wanted.reader) for photo in shown}
    middle = (WRITTEN_EDGE - HOLE_INSET - HOLE_HEIGHT) / 2 * height
    for number, cell in enumerate(cells, start=1):
        box = cell.on_page
        small = _small((str(number),), height, box.width, wanted)
        if small is None:
            continue
        baseline = box.bottom + middle - (small.top + small.bottom) / 2
        inset = INSET * small.size_pixels
        yield placed(small, box.left + inset, baseline, PRINT)
        room = box.width - small.width - 2 * small.size_pixels
        words = _small(said[cell.key], height, room, wanted)
        if words:
            right = placed(words, box.right - inset, baseline, PRINT, Anchor.RIGHT)
            yield replace(right, about=cell.key)


def _small(texts: Sequence[str], height: float, widest: float, wanted: PageWanted) -> Small | None:
    """The first that fits whole."""
    found = (
        words_for(
            text,
            Role.STRIP,
            size_pixels=round(NUMBER * height),
            smallest_pixels=smallest_pixels(wanted.shape.page),
            widest_pixels=widest,
        )
        for text in texts
    )
    return first_whole(found)
