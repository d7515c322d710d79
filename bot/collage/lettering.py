"""Titles that fit: measured, two lines at most, never small, nothing shown as an empty box."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from bot.collage.lettering_line import Line, ink_box
from bot.collage.lettering_words import LONGEST, SMALLEST_SHARE, shortened
from bot.collage.plan import Letters
from bot.collage.themes import Shape
from bot.pixels.fonts import drawable, face_for, font, width
from bot.pixels.typefaces import Role, tidied

LARGEST_SHARE = 0.053  # of the page's height
LARGEST_SHARE_TALL = 0.043
ONE_LINE_SHARE = 0.62  # of the largest size: below this, two lines look better than one
TWO_LINES_SHARE = 0.80
WIDEST_SHARE = 0.92  # of the page's width
LEADING = 1.18
TIGHTEST = 0.94  # of a line's ink and the next one's: closer, accents run into descenders
HIGHEST = 1.03  # sizes above the first line: Arabic faces ask for more than their letters take
DESCENT = 0.35  # below the last line, in sizes
AIR_SHARE = 0.013  # of the page, between that and the photos
SHRINK = 0.95


@dataclass(frozen=True, slots=True)
class Space:
    """What a title may take, in pixels: how wide it may be, and the sizes of its letters."""

    widest_pixels: float
    largest_pixels: int
    smallest_pixels: int

    @classmethod
    def above(cls, shape: Shape) -> "Space":
        """Over the photos, from side to side."""
        page = shape.page
        is_tall = page.height > 1.2 * page.width
        return cls(
            page.width * WIDEST_SHARE,
            round(page.height * (LARGEST_SHARE_TALL if is_tall else LARGEST_SHARE)),
            round(page.height * SMALLEST_SHARE + 0.5),
        )


def letters_for(
    title: str, shape: Shape, role: Role = Role.TITLE, space: Space | None = None
) -> Letters | None:
    """The title measured for that shape; None where no face has its letters or nothing is left.

    space: what it may take, where that is not the width of the page.
    """
    text = tidied(title[:LONGEST])
    face = face_for(text, role)
    shown = drawable(face, text, with_emoji=True) if face else ""
    if not face or not shown:
        return None
    lines, size = _fitted(shown, face, space or Space.above(shape))
    baselines = _baselines(lines, face, size)
    below = max(size * DESCENT, _ink(lines[-1], face, size)[1])
    band = baselines[-1] + round(below + shape.page.height * AIR_SHARE)
    return Letters(lines, baselines, band, face, size)


def _baselines(lines: tuple[str, ...], face: str, size: int) -> tuple[int, ...]:
    """From the top of the band; lower where accents or tails need more than most letters do."""
    usual = round(size * 0.05) + font(face, size).getmetrics()[0] - round(size * 0.12)
    above, below = _ink(lines[0], face, size)
    baselines = [max(min(usual, round(size * HIGHEST)), above)]
    for line in lines[1:]:
        above, below, tail = *_ink(line, face, size), below
        baselines.append(
            baselines[-1] + max(round(size * LEADING), ceil(TIGHTEST * (above + tail)))
        )
    return tuple(baselines)


def _ink(line: str, face: str, size: int) -> tuple[int, int]:
    """How far its ink reaches above and below its baseline."""
    box = ink_box(Line(line, face, size))
    return -box.top, box.bottom


def _fitted(text: str, face: str, space: Space) -> tuple[tuple[str, ...], int]:
    """Lines and size: one line while it stays large, then two, then two and an ellipsis."""
    widest, largest, smallest = space.widest_pixels, space.largest_pixels, space.smallest_pixels
    for size in _sizes(largest, max(smallest, largest * ONE_LINE_SHARE)):
        if width(text, face, size) <= widest:
            return (text,), size
    for size in _sizes(round(largest * TWO_LINES_SHARE), smallest):
        lines = _broken(text, face, size)
        if all(width(line, face, size) <= widest for line in lines):
            return lines, size
    return _shortened(text, face, smallest, widest), smallest


def _sizes(largest: int, smallest: float) -> Iterator[int]:
    size = float(largest)
    while size > smallest:
        yield int(size)
        size *= SHRINK
    yield ceil(smallest)


def _broken(text: str, face: str, size: int) -> tuple[str, ...]:
    """Two lines as even as its words allow; one line for one word."""
    words = text.split(" ")
    breaks = [(" ".join(words[:k]), " ".join(words[k:])) for k in range(1, len(words))]
    if not breaks:
        return (text,)
    return min(breaks, key=lambda lines: max(width(line, face, size) for line in lines))


def _shortened(text: str, face: str, size: int, widest: float) -> tuple[str, ...]:
    words = text.split(" ")
    first = 0
    while first < len(words) and width(" ".join(words[: first + 1]), face, size) <= widest:
        first += 1
    if first == 0:
        return (shortened(text, face, size, widest),)
    return " ".join(words[:first]), shortened(" ".join(words[first:]), face, size, widest)
