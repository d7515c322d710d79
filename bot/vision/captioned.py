"""Whether large words were put on a picture: in a band above or below it, or over it."""

import numpy as np
from numpy.typing import NDArray

from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats
from bot.vision.colours import brightness
from bot.vision.writing import BLANK, INK, TILE, Mask, Tiles

WHITE, BLACK = 215, 60  # of lettering and of its outline, on every channel
OUTLINE = 6  # pixels of 640 between the middle of a stroke and its outline
MOSTLY_WHITE = 0.35  # of that part
PART = 0.3  # of the height, above and below, where such words stand
CROSSINGS = 24  # pixels of outline that a row of letters has
LETTERS_HIGH = (0.03, 0.16)  # of the height
MARGIN = 8  # pixels above and below a line of letters
BAND_ROWS, BAND_WRITING = 2, 4  # tiles
BAND_WHITE, BAND_BLACK, BAND_VARIES = 235, 20, 12  # brightness of its ground
FULL_ROW = 0.95  # of a row’s tiles that belong to the band
REST_IN_BAND, REST_WRITTEN = 0.3, 0.35  # of the picture beside it
LETTER_EDGES = 10  # along a row of pixels; a horizon has two, a letter two to six


def is_captioned(pixels: Pixels, tiles: Tiles) -> bool:
    return has_lettering(pixels) or has_band(pixels, tiles)


def has_lettering(pixels: Pixels) -> bool:
    """White letters with black outlines, in a row above or below."""
    high = pixels.shape[0]
    part = max(1, round(high * PART))
    return any(_has_line(_crossings(rows), high) for rows in (pixels[:part], pixels[-part:]))


def _crossings(rows: Pixels) -> NDArray[np.int_]:
    """How many pixels of each row have white and black on their two sides."""
    red, green, blue = rows[..., 0], rows[..., 1], rows[..., 2]
    white = (red >= WHITE) & (green >= WHITE) & (blue >= WHITE)
    black = (red <= BLACK) & (green <= BLACK) & (blue <= BLACK)
    if white.mean() > MOSTLY_WHITE:
        return np.zeros(len(rows), np.int_)  # a page, or snow
    found = (white[:, :-OUTLINE] & black[:, OUTLINE:]).sum(axis=1)
    found += (black[:, :-OUTLINE] & white[:, OUTLINE:]).sum(axis=1)
    return np.asarray(found)


def _has_line(crossings: NDArray[np.int_], high: int) -> bool:
    """As high as letters are, with hardly anything above and below it."""
    inside = np.flatnonzero(np.diff(np.pad(crossings >= CROSSINGS, 1).astype(np.int8)))
    lowest, highest = (share * high for share in LETTERS_HIGH)
    for begin, end in zip(inside[::2], inside[1::2], strict=True):
        around = crossings[max(0, begin - MARGIN - 1) : max(0, begin - MARGIN)]
        beneath = crossings[end + MARGIN : end + MARGIN + 1]
        is_alone = max(around.max(initial=0), beneath.max(initial=0)) <= CROSSINGS / 3
        if lowest <= end - begin <= highest and is_alone:
            return True
    return False


def has_band(pixels: Pixels, tiles: Tiles) -> bool:
    """A band of one colour as wide as the picture, with words on it, beside a photograph."""
    return _band_above(pixels, tiles, 1) or _band_above(pixels, tiles, -1)


def _band_above(pixels: Pixels, tiles: Tiles, step: int) -> bool:
    """step: −1 turns the picture on its head."""
    ground, spread = tiles.ground[::step], tiles.spread[::step]
    written = (tiles.dark | tiles.light)[::step]
    level = float(np.median(ground[0]))
    if BAND_BLACK < level < BAND_WHITE:
        return False
    in_band: Mask = (np.abs(ground - level) <= BAND_VARIES) & ((spread < BLANK) | written)
    full = in_band.mean(axis=1) >= FULL_ROW
    rows = int(np.argmin(full)) if not full.all() else len(full)
    if rows < BAND_ROWS or rows > len(full) / 2 or written[:rows].sum() < BAND_WRITING:
        return False
    rest = slice(rows + 1, None)
    is_photo = written[rest].mean() <= REST_WRITTEN and in_band[rest].mean() <= REST_IN_BAND
    if not is_photo or tiles.spread[::step][rest].mean() <= BLANK:
        return False
    band = pixels[: len(full) * TILE][::step][: rows * TILE]
    return _edges(brightness(band), level) >= LETTER_EDGES


def _edges(grey: Floats, level: float) -> int:
    """How often the row of pixels that does so most leaves its ground or comes back to it."""
    strokes = np.abs(grey - level) > INK
    return int((strokes[:, 1:] != strokes[:, :-1]).sum(axis=1).max())
