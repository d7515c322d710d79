"""Filters: a photo's own pixels, drawn, inked in two colours, or left in colour on a person."""

from math import ceil, hypot
from typing import Final

import numpy as np
from PIL import Image, ImageFilter

from bot.looks.palette import Inks
from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats
from bot.vision.colours import brightness

STROKE_SHARE: Final = 0.006  # of the longer side: how far a pencil's line spreads
PAPER: Final = np.array([252, 249, 243], np.float32)
GRAPHITE: Final = np.array([44, 42, 46], np.float32)
EVEN: Final = 10  # brightness under which differences are noise
GAMMA: Final = 3.0  # darkens lines without filling the paper
DARKEST: Final = 0.22  # graphite is never quite black
HATCHED: Final = 0.42  # how much more or less than its shade a stroke leaves
STROKES, STROKE_LONG = 420, 14  # side by side along the longer side; how much longer than wide
HATCH_DEGREES, HATCH_SEED = 52, 2
SHADED_BELOW: Final = (60, 130)  # brightness; a dark photo is shaded in its own darks alone
MASK_LOW, MASK_HIGH = 0.35, 0.75  # between them the person's edge fades


def pencil(pixels: Pixels) -> Pixels:
    """Graphite on warm paper: lines where the photo is darker than what is around, and hatching.

    Even blacks are hatched alike: there is nothing to draw in them but a JPEG's noise.
    """
    grey = brightness(pixels)
    spread = max(pixels.shape[:2]) * STROKE_SHARE
    flat = Image.fromarray(np.asarray(grey, np.uint8))
    soft = np.asarray(flat.filter(ImageFilter.GaussianBlur(spread)), np.float32)
    lines = np.clip((grey + EVEN) / (soft + EVEN), 0, 1) ** GAMMA
    shaded = np.clip(np.median(grey[::4, ::4]) * 1.2, *SHADED_BELOW)
    shade = (1 - DARKEST) * (1 - np.clip(soft / shaded, 0, 1) ** 0.8)
    hatched = np.clip(1 - shade * (1 + HATCHED * _hatching(*grey.shape)), 0, 1)
    return _between(GRAPHITE, PAPER, lines * hatched)


def _hatching(height: int, width: int) -> Floats:
    """Slanting strokes, -1 to 1 about, the same for every photo of this size."""
    side = ceil(hypot(height, width)) + 2
    stroke = max(height, width) / STROKES
    dice = np.random.default_rng(HATCH_SEED)
    rows, columns = max(2, round(side / stroke)), max(2, round(side / (stroke * STROKE_LONG)))
    drawn = np.asarray(dice.uniform(0, 255, (rows, columns)), np.uint8)
    strokes = Image.fromarray(drawn).resize((side, side), Image.Resampling.BICUBIC)
    turned = strokes.rotate(HATCH_DEGREES, Image.Resampling.BILINEAR)
    left, top = (side - width) // 2, (side - height) // 2
    part = turned.crop((left, top, left + width, top + height))
    return np.asarray(part, np.float32) / 127.5 - 1


def duotone(pixels: Pixels, inks: Inks) -> Pixels:
    """Every brightness between the two inks, its range stretched to reach both."""
    grey = brightness(pixels)
    low, high = np.percentile(grey[::4, ::4], (1, 99))
    share = np.clip((grey - low) / max(high - low, 1), 0, 1)
    curve = share * share * (3 - 2 * share) * 0.5 + share * 0.5
    return _between(np.array(inks.shadow, np.float32), np.array(inks.light, np.float32), curve)


def pop(pixels: Pixels, mask: Floats) -> Pixels:
    """Grey but for the person. mask: shares of person, any size, squashed to a square."""
    height, width = pixels.shape[:2]
    whole = Image.fromarray(np.asarray(np.clip(mask, 0, 1) * 255, np.uint8))
    wide = np.asarray(whole.resize((width, height), Image.Resampling.BICUBIC), np.float32) / 255
    share = np.clip((wide - MASK_LOW) / (MASK_HIGH - MASK_LOW), 0, 1)
    grey = np.repeat(brightness(pixels)[..., None], 3, axis=-1)
    return mixed(np.asarray(grey + 0.5, np.uint8), pixels, share * share * (3 - 2 * share))


def mixed(under: Pixels, over: Pixels, share: Floats | float) -> Pixels:
    """`over` at that share, a number or one a pixel, on `under`."""
    part = share[..., None] if isinstance(share, np.ndarray) else share
    below = under.astype(np.float32)
    return np.asarray(below + (over - below) * part + 0.5, np.uint8)


def _between(dark: Floats, light: Floats, share: Floats) -> Pixels:
    return np.asarray(dark + (light - dark) * share[..., None] + 0.5, np.uint8)
