"""Titles that fit: measured, two lines at most, never small, nothing shown as an empty box."""

from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageDraw

from bot.collage.plan import Letters
from bot.collage.themes import Shape
from bot.pixels.fonts import drawable, face_for, figures, font, width
from bot.pixels.orientation import Pixels
from bot.pixels.tones import Colour, readable
from bot.pixels.typefaces import tidied

SMALLEST_SHARE = 0.022  # of the page's height: smaller is not read on a telephone
LARGEST_SHARE = 0.053
LARGEST_SHARE_TALL = 0.043
ONE_LINE_SHARE = 0.62  # of the largest size: below this, two lines look better than one
TWO_LINES_SHARE = 0.80
WIDEST_SHARE = 0.92  # of the page's width
LEADING = 1.18
DESCENT = 0.35  # below the last line, in sizes
AIR_SHARE = 0.013  # of the page, between that and the photos
SHRINK = 0.95
LONGEST = 300  # characters measured; two lines never hold more
ELLIPSIS = "…"


def letters_for(title: str, shape: Shape) -> Letters | None:
    """The title measured for that shape; None where no face has its letters or nothing is left."""
    text = tidied(title[:LONGEST])
    face = face_for(text)
    shown = drawable(face, text) if face else ""
    if not face or not shown:
        return None
    lines, size = _fitted(shown, face, shape)
    ascent = font(face, size).getmetrics()[0]
    pitch = round(size * LEADING)
    top = round(size * 0.05)
    baselines = tuple(top + ascent + k * pitch - round(size * 0.12) for k in range(len(lines)))
    band = baselines[-1] + round(size * DESCENT + shape.page.height * AIR_SHARE)
    return Letters(lines, baselines, band, face, size)


def _fitted(text: str, face: str, shape: Shape) -> tuple[tuple[str, ...], int]:
    """Lines and size: one line while it stays large, then two, then two and an ellipsis."""
    page = shape.page
    widest = page.width * WIDEST_SHARE
    is_tall = page.height > 1.2 * page.width
    largest = round(page.height * (LARGEST_SHARE_TALL if is_tall else LARGEST_SHARE))
    smallest = round(page.height * SMALLEST_SHARE + 0.5)
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
    yield int(smallest)


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
        return (_with_ellipsis(text, face, size, widest),)
    rest = _with_ellipsis(" ".join(words[first:]), face, size, widest)
    return " ".join(words[:first]), rest


def _with_ellipsis(text: str, face: str, size: int, widest: float) -> str:
    if width(text, face, size) <= widest:
        return text
    while text and width(text.rstrip() + ELLIPSIS, face, size) > widest:
        text = text[:-1]
    whole_words = text.rpartition(" ")[0]
    return (whole_words or text).rstrip(" ,;:.\u00a0\u202f") + ELLIPSIS


def draw(page: Pixels, letters: Letters, ink: Colour) -> None:
    """Write the title on the page, in another ink if that one could not be read there."""
    shapes = font(letters.face, letters.size_pixels)
    highest = round(letters.size_pixels * LEADING)  # two accents on a capital: Ế
    top = max(0, letters.baselines[0] - highest)
    bottom = letters.baselines[-1] + letters.size_pixels // 2
    band = Image.fromarray(page[top:bottom].copy())
    behind = page[top:bottom:16, ::16].reshape(-1, 3)
    colours = [(int(red), int(green), int(blue)) for red, green, blue in behind]
    legible = readable(ink, sorted(set(colours)))
    pen = ImageDraw.Draw(band)
    for line, baseline in zip(letters.lines, letters.baselines, strict=True):
        pen.text(
            (page.shape[1] / 2, baseline - top),
            line,
            font=shapes,
            fill=legible,
            anchor="ms",
            features=figures(),
        )
    page[top:bottom] = np.asarray(band)
