"""What sort of picture it is: taken, or a screen, a paper, a receipt, a captioned picture."""

from typing import Final

import numpy as np

from bot.pixels.geometry import Size
from bot.pixels.orientation import Pixels
from bot.vision.captioned import is_captioned
from bot.vision.colours import brightness
from bot.vision.marks import Marks, is_drawn, is_paper, measure
from bot.vision.sight import PictureKind
from bot.vision.writing import Tiles, tiles_of

SURELY_DRAWN: Final = 0.3  # of exactly one colour: no photograph under a caption
A_PAGE: Final = range(125, 146)  # hundredths of a sheet’s height over its width: letter, A4
WHITE_PAPER, NO_LIGHT_WRITING = 235, 0.02  # brightness; share of the picture
NARROW: Final = 1.5  # a till’s paper, height over width
SAME_PAPER: Final = 30  # steps of brightness that shade makes on it
MOSTLY: Final = 0.5
WORDS_END, PRICES_BEGIN = 0.4, 0.9  # of a receipt’s width
GAP: Final = 0.3  # of what is written at the left, in between


def kind_of(pixels: Pixels, size: Size) -> PictureKind:
    """size: of the whole picture. It would rather miss one than call a photo a screenshot."""
    grey = brightness(pixels)
    tiles = tiles_of(grey)
    marks = measure(grey, tiles)
    if is_drawn(marks):
        is_meme = marks.exact < SURELY_DRAWN and is_captioned(pixels, tiles)
        return PictureKind.MEME if is_meme else _drawn(marks, tiles, size)
    if is_paper(marks):
        is_slip = is_narrow_paper(tiles) or is_in_two_columns(tiles)
        return PictureKind.RECEIPT if is_slip else PictureKind.DOCUMENT
    return PictureKind.MEME if is_captioned(pixels, tiles) else PictureKind.PHOTO


def _drawn(marks: Marks, tiles: Tiles, size: Size) -> PictureKind:
    """A scan is white paper all over, of a sheet’s shape or a till’s; all else is a screen."""
    if marks.light > NO_LIGHT_WRITING or marks.paper < WHITE_PAPER:
        return PictureKind.SCREENSHOT
    if round(100 / size.aspect) in A_PAGE:
        return PictureKind.DOCUMENT
    return PictureKind.RECEIPT if is_in_two_columns(tiles) else PictureKind.SCREENSHOT


def is_narrow_paper(tiles: Tiles) -> bool:
    """The paper around the writing is longer than a sheet."""
    writing = tiles.writing
    level = float(np.median(tiles.ground[writing]))
    paper = np.abs(tiles.ground - level) < SAME_PAPER
    columns = paper[writing.any(axis=1)].mean(axis=0) >= MOSTLY
    if not columns.any():
        return False
    rows = paper[:, columns].mean(axis=1) >= MOSTLY
    return bool(rows.sum() >= NARROW * columns.sum())


def is_in_two_columns(tiles: Tiles) -> bool:
    """Long, its words at the left, its prices at the right, little between them."""
    rows, columns = np.nonzero(tiles.writing)
    top, bottom = (round(float(edge)) for edge in np.percentile(rows, [3, 97]))
    left, right = (round(float(edge)) for edge in np.percentile(columns, [3, 97]))
    if bottom - top + 1 < NARROW * (right - left + 1):
        return False
    filled = tiles.writing[top : bottom + 1, left : right + 1].mean(axis=0)
    begin, end = round(len(filled) * WORDS_END), round(len(filled) * PRICES_BEGIN)
    gap = float(filled[begin:end].min(initial=1.0))
    words, prices = filled[:begin].max(initial=0.0), filled[end - 1 :].max(initial=0.0)
    return bool(gap <= GAP * words and prices > 2 * gap)
