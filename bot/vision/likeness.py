"""What makes two pictures near-twins: a vector, a tiny grey picture, a histogram."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats
from bot.vision.colours import brightness, hue_and_saturation
from bot.vision.sight import Likeness

SIDE, BLUR_RADIUS = 32, 1.3
HUES, SATURATIONS, TOTAL = 12, 4, 255


def likeness(pixels: Pixels, vector: Floats) -> Likeness:
    """pixels: upright, squashed here to a square; vector: of `tags`, or empty."""
    small = Image.fromarray(pixels).resize((4 * SIDE, 4 * SIDE), Image.Resampling.BOX)
    tiny = small.resize((SIDE, SIDE), Image.Resampling.BOX)
    soft = tiny.filter(ImageFilter.GaussianBlur(BLUR_RADIUS))
    grey = np.clip(np.rint(brightness(np.asarray(soft))), 0, 255).astype(np.uint8)
    return Likeness(
        vector=vector.astype("<f2").tobytes(),
        luminance=grey.tobytes(),
        colours=_histogram(np.asarray(small)),
    )


def _histogram(pixels: Pixels) -> bytes:
    hue, saturation = hue_and_saturation(pixels)
    cells = (_steps(hue, HUES) * SATURATIONS + _steps(saturation, SATURATIONS)).ravel()
    counts = np.bincount(cells, minlength=HUES * SATURATIONS)
    return bytes(np.rint(counts / cells.size * TOTAL).astype(np.uint8))


def _steps(shares: Floats, count: int) -> NDArray[np.intp]:
    """Which of `count` equal steps from 0 to 1 each lies on; 1 itself is on the last."""
    return np.minimum((shares.astype(np.float64) * count).astype(np.intp), count - 1)
