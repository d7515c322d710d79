"""A whole picture made small for the eyes, so that it is decoded once and looked at elsewhere."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PIL import Image

from bot.pixels.colour import to_srgb
from bot.pixels.geometry import Size
from bot.pixels.orientation import Pixels
from bot.pixels.small import small

SIDE: Final = 640  # pixels: the networks see 192 to 320 of them, sharpness 384


@dataclass(frozen=True, slots=True)
class Glance:
    """Plain data, so that it may travel between processes.

    whole: the upright size of the picture itself. size: of the glance. rgb: row by row.
    """

    whole: Size
    size: Size
    rgb: bytes

    @property
    def pixels(self) -> Pixels:
        """Raises ValueError where the bytes are not as many as the size says."""
        flat = np.frombuffer(self.rgb, np.uint8)
        return flat.reshape(self.size.height, self.size.width, 3)


def glance_at(data: bytes, whole: Size) -> Glance:
    """Of a file's bytes. Raises the refusals of this package."""
    return _glance(small(data, SIDE), whole)


def glance_of(picture: Image.Image, icc: bytes | None) -> Glance:
    """Of a decoded upright RGB picture, its colours brought to sRGB."""
    whole = Size(*picture.size)
    little = picture.copy() if max(picture.size) <= SIDE else _shrunk(picture)
    return _glance(to_srgb(np.asarray(little), icc), whole)


def _shrunk(picture: Image.Image) -> Image.Image:
    share = SIDE / max(picture.size)
    size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
    return picture.resize(size, Image.Resampling.BOX, reducing_gap=1.0)


def _glance(pixels: Pixels, whole: Size) -> Glance:
    height, width = pixels.shape[:2]
    return Glance(whole, Size(width, height), pixels.tobytes())
