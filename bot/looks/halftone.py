"""A printer's dots: one ink on paper, or four in a rosette, as large as the picture asks."""

from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin
from typing import Final

import numpy as np
from PIL import Image, ImageFilter

from bot.pixels.orientation import Pixels
from bot.pixels.tones import Colour
from bot.vision.boxes import Floats
from bot.vision.colours import brightness

PAPER: Final = (250, 246, 236)
DOTS: Final = 150  # along the longer side, of one ink
FINE_DOTS: Final = 200  # of four inks
SMALLEST_PIXELS: Final = 3.2  # a smaller dot would be noise
AVERAGED: Final = 0.22  # of a dot: how far around it brightness is taken
EDGE: Final = 2.2  # how steep a dot's hill is at most, over its period
LEVELS: Final = 256
MOST_INK: Final = 0.96  # paper shows through the darkest


@dataclass(frozen=True, slots=True)
class Screen:
    """One ink's dots: what it lets through of red, green and blue, and how its rows lie."""

    ink: Colour
    turn_degrees: float


# Thirty degrees apart three screens of one period make a rosette, no moiré; yellow is too pale
# to show fifteen.
SCREENS: Final = (
    Screen((12, 186, 244), 15),
    Screen((240, 24, 160), 75),
    Screen((255, 240, 24), 0),
    Screen((34, 30, 38), 45),
)
# Cyan ink takes some green, magenta some blue: so much less of the next ink is printed.
CYAN_IS_GREEN, MAGENTA_IS_BLUE, MASKED = 0.22, 0.26, 1.08


def halftone(pixels: Pixels, ink: Colour) -> Pixels:
    """Dots of one ink at 45 degrees: the darker, the larger, until they join."""
    period = _period(pixels, DOTS)
    grey = _averaged(brightness(pixels), period)
    low, high = np.percentile(grey[::4, ::4], (1, 99))
    cover = 1 - np.clip((grey - low) / max(high - low, 1), 0, 1)
    inked = _dots(cover * MOST_INK, period, 45)
    planes = [paper + (shade - paper) * inked for paper, shade in zip(PAPER, ink, strict=True)]
    return np.stack([np.asarray(plane + 0.5, np.uint8) for plane in planes], axis=-1)


def rosette(pixels: Pixels) -> Pixels:
    """Cyan, magenta, yellow and black dots, as in a newspaper's colour supplement."""
    period = _period(pixels, FINE_DOTS)
    cyan, magenta, yellow = (1 - pixels[..., k].astype(np.float32) / 255 for k in range(3))
    black = np.clip(np.minimum(np.minimum(cyan, magenta), yellow) * 1.2 - 0.2, 0, 1)
    left = 1 - 0.8 * black  # how much light black leaves for the others to colour
    cyan, magenta, yellow = ((ink - black) / left for ink in (cyan, magenta, yellow))
    inks = (cyan, MASKED * magenta - CYAN_IS_GREEN * cyan,
            MASKED * yellow - MAGENTA_IS_BLUE * magenta, black)  # fmt: skip
    light = [np.full(black.shape, shade, np.float32) for shade in PAPER]
    for screen, cover in zip(SCREENS, inks, strict=True):
        inked = _dots(_averaged(np.clip(cover, 0, 1), period), period, screen.turn_degrees)
        light = [_inked(plane, inked, lets) for plane, lets in zip(light, screen.ink, strict=True)]
    return np.stack([np.asarray(plane + 0.5, np.uint8) for plane in light], axis=-1)


def _inked(plane: Floats, inked: Floats, lets: int) -> Floats:
    """Inks lie over one another: each takes its part of the light that is left."""
    return plane * (1 - inked * np.float32(1 - lets / 255))


def _period(pixels: Pixels, dots: int) -> float:
    height, width = pixels.shape[:2]
    return max(SMALLEST_PIXELS, float(max(height, width)) / dots)


def _averaged(plane: Floats, period: float) -> Floats:
    """A little softer, so that a dot is one dot; values as they came."""
    scale = 255 / max(float(plane.max()), 1e-6)
    picture = Image.fromarray(np.asarray(plane * scale + 0.5, np.uint8))
    soft = picture.filter(ImageFilter.GaussianBlur(period * AVERAGED))
    return np.asarray(soft, np.float32) / np.float32(scale)


def _dots(cover: Floats, period: float, turn_degrees: float) -> Floats:
    """How much of each pixel is inked, 0 to 1, edges smooth. cover: shares of the area."""
    hill = _hills(cover.shape[0], cover.shape[1], period, turn_degrees)
    level = _levels()[np.asarray(np.clip(cover, 0, 1) * (LEVELS - 1), np.uint8)]
    return np.clip((hill - level) * (period / EDGE) + 0.5, 0, 1)


def _hills(height: int, width: int, period: float, turn_degrees: float) -> Floats:
    """A hill a dot, 0 to 1: waves along two turned axes, as products of rows and columns."""
    along, across = (2 * pi / period * part(turn_degrees * pi / 180) for part in (cos, sin))
    x, y = np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32)[:, None]
    one = np.cos(y * across) * np.cos(x * along) - np.sin(y * across) * np.sin(x * along)
    two = np.cos(y * along) * np.cos(x * across) + np.sin(y * along) * np.sin(x * across)
    return np.asarray(0.5 + (one + two) / 4, np.float32)


@cache
def _levels() -> Floats:
    """For each share of ink the height above which that share of a hill lies."""
    hills = np.sort(_hills(192, 192, 64.0, 0.0).ravel())
    shares = np.linspace(1, 0, LEVELS)
    found = hills[np.asarray(shares * (hills.size - 1), np.int64)]
    found[0], found[-1] = 2.0, -1.0  # none at all, and all of it
    return np.asarray(found, np.float32)
