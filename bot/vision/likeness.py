"""What makes two pictures near-twins: a vector, a tiny grey picture, a histogram."""

import numpy as np
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
    counts, _, _ = np.histogram2d(
        hue.ravel(), saturation.ravel(), bins=(HUES, SATURATIONS), range=((0, 1), (0, 1))
    )
    shares = counts.ravel() / counts.sum()
    return bytes(np.rint(shares * TOTAL).astype(np.uint8))
