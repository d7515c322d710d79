"""Photographic film, by arithmetic: a stock's curve and tints, its glow, its grain."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from PIL import Image, ImageFilter

from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats
from bot.vision.colours import LUMA

GRID: Final = 17  # a side of the table of colours; between its points Pillow interpolates
LEAST_GRAIN, MORE_GRAIN = 0.35, 2.6  # in black and white, and how much more in the mid tones
GLOW_FROM, GLOW_FULL = 0.80, 0.97  # brightness that shines through to the film's back
GLOW_SIDE: Final = 512  # pixels of the longer side: light is soft
GLOW_SHARE: Final = 0.014  # of the longer side: how far it spreads
GRAINS: Final = 1500  # along the longer side: as many on a small copy as on a large one
CORNER: Final = 2.6  # how late a vignette begins


@dataclass(frozen=True, slots=True)
class Stock:
    """What a film does to light; tints and glow are shares of full red, green and blue.

    mixing: rows that sum to 1, how much of each colour goes into red, green and blue.
    contrast: 0 a straight line, 1 a full S. black, white: what paper and silver reach.
    grain, vignette: shares of full brightness.
    """

    seed: int
    mixing: tuple[tuple[float, float, float], ...]
    saturation: float
    contrast: float
    black: float
    white: float
    shadows: tuple[float, float, float]
    lights: tuple[float, float, float]
    glow: tuple[float, float, float]
    grain: float
    vignette: float


GOLDEN: Final = Stock(
    seed=160,
    mixing=((0.96, 0.06, -0.02), (0.02, 0.95, 0.03), (-0.02, 0.09, 0.93)),
    saturation=0.98,
    contrast=0.38,
    black=0.032,
    white=0.985,
    shadows=(-0.008, 0.012, 0.018),
    lights=(0.030, 0.011, -0.026),
    glow=(0.34, 0.13, 0.04),
    grain=0.026,
    vignette=0.16,
)
SLIDE: Final = Stock(
    seed=25,
    mixing=((1.08, -0.06, -0.02), (-0.02, 1.04, -0.02), (-0.03, -0.02, 1.05)),
    saturation=1.0,
    contrast=0.66,
    black=0.012,
    white=0.985,
    shadows=(-0.006, -0.002, 0.022),
    lights=(0.022, 0.010, -0.024),
    glow=(0.22, 0.07, 0.02),
    grain=0.020,
    vignette=0.22,
)
SILVER: Final = Stock(
    seed=400,
    mixing=((0.34, 0.44, 0.22),) * 3,
    saturation=1.0,
    contrast=0.70,
    black=0.035,
    white=0.975,
    shadows=(0.004, 0.001, -0.002),
    lights=(0.008, 0.003, -0.012),
    glow=(0.15, 0.15, 0.14),
    grain=0.042,
    vignette=0.24,
)


def film(pixels: Pixels, stock: Stock) -> Pixels:
    """The photo as that film would have it; the same grain each time it is of this size."""
    toned = np.asarray(Image.fromarray(pixels).filter(_table(stock)))
    light, noise, dark = _glow(pixels), _grain(stock, *pixels.shape[:2]), _vignette(pixels, stock)
    grey = np.asarray(Image.fromarray(toned).convert("L"), np.float32) / 255
    noise *= LEAST_GRAIN + MORE_GRAIN * grey * (1 - grey)
    shown = []
    for number, share in enumerate(stock.glow):
        plane = toned[..., number].astype(np.float32) / 255
        plane += light * np.float32(share) * (1 - plane)
        plane = (plane + noise) * dark
        shown.append(np.asarray(np.clip(plane * 255 + 0.5, 0, 255), np.uint8))
    return np.stack(shown, axis=-1)


@cache
def _table(stock: Stock) -> ImageFilter.Color3DLUT:
    """Where each colour goes, as a table: red changes first, then green, then blue."""
    steps = np.linspace(0, 1, GRID, dtype=np.float32)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    colours = _toned(np.stack([red, green, blue], axis=-1), stock)
    return ImageFilter.Color3DLUT(GRID, colours.ravel().tolist())


def _toned(colours: Floats, stock: Stock) -> Floats:
    mixed = np.clip(colours @ np.array(stock.mixing, np.float32).T, 0, 1)
    grey = (mixed @ LUMA)[..., None]
    vivid = np.clip(grey + (mixed - grey) * stock.saturation, 0, 1)
    curved = vivid + stock.contrast * (vivid * vivid * (3 - 2 * vivid) - vivid)
    printed = stock.black + (stock.white - stock.black) * curved
    tints = np.array(stock.shadows, np.float32) * (1 - grey) ** 2
    tints += np.array(stock.lights, np.float32) * grey**1.5
    return np.asarray(np.clip(printed + tints, 0, 1), np.float32)


def _glow(pixels: Pixels) -> Floats:
    """Halation: bright light, spread; 0 to 1 a pixel."""
    height, width = pixels.shape[:2]
    picture = Image.fromarray(pixels).convert("L")
    picture.thumbnail((GLOW_SIDE, GLOW_SIDE), Image.Resampling.BOX)
    bright = (np.asarray(picture, np.float32) / 255 - GLOW_FROM) / (GLOW_FULL - GLOW_FROM)
    bright = np.clip(bright, 0, 1)
    light = Image.fromarray(np.asarray(bright * 255, np.uint8))
    spread = light.filter(ImageFilter.GaussianBlur(max(picture.size) * GLOW_SHARE))
    return _as_shares(spread.resize((width, height), Image.Resampling.BICUBIC))


def _grain(stock: Stock, height: int, width: int) -> Floats:
    """Shares of brightness to add, about none on average; drawn at the film's own fineness."""
    share = min(1.0, GRAINS / max(height, width))
    dice = np.random.default_rng(stock.seed)
    down, across = max(1, round(height * share)), max(1, round(width * share))
    drawn = np.clip(dice.standard_normal((down, across), np.float32) * 40 + 128, 0, 255)
    picture = Image.fromarray(drawn.astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.45))
    whole = np.asarray(picture.resize((width, height), Image.Resampling.BICUBIC), np.float32)
    seen = min(1.0, max(height, width) / GRAINS)  # a pixel of a small copy is many grains
    return (whole - 128) * np.float32(stock.grain / 32 * seen)


def _vignette(pixels: Pixels, stock: Stock) -> Floats:
    """What is left of the light, 1 in the middle."""
    height, width = pixels.shape[:2]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None] ** 2
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :] ** 2
    return np.asarray(1 - stock.vignette * ((x + y) / 2) ** (CORNER / 2), np.float32)


def _as_shares(picture: Image.Image) -> Floats:
    return np.asarray(picture, np.float32) / 255
