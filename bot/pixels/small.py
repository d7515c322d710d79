"""A whole picture made small, upright and in sRGB: what eyes, thumbnails and copies need."""

import numpy as np
from PIL import Image

from bot.pixels.colour import to_srgb
from bot.pixels.decode import decode_scaled
from bot.pixels.geometry import Size
from bot.pixels.header import probe
from bot.pixels.orientation import Pixels, upright
from bot.pixels.refusals import refusing


def small(data: bytes, side: int) -> Pixels:
    """Upright sRGB pixels, the longer side at most `side`. Raises the refusals."""
    known = probe(data)
    share = min(1.0, side / max(known.size.width, known.size.height))
    least = Size(max(1, round(known.size.width * share)), max(1, round(known.size.height * share)))
    stored = decode_scaled(data, least)
    with refusing():
        shrunk = Image.fromarray(stored).resize((least.width, least.height), Image.Resampling.BOX)
        return upright(to_srgb(np.asarray(shrunk), known.icc), known.orientation)
