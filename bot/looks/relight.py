"""A photo's own light and finest lines, given back to what was painted of it."""

from typing import Final

import numpy as np
from PIL import Image, ImageFilter

from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats
from bot.vision.colours import LUMA

LIGHT_REACH: Final = 0.02  # of the longer side
LINE_REACH: Final = 0.003


def relit(photo: Pixels, painting: Pixels, *, light: float, lines: float) -> Pixels:
    """Shares of the photo's light and shade, and of its finest lines, on the painting."""
    longer = max(photo.shape[:2])
    own, drawn = photo @ LUMA, painting @ LUMA
    shade = _spread(own, longer * LIGHT_REACH) - _spread(drawn, longer * LIGHT_REACH)
    fine = own - _spread(own, longer * LINE_REACH)
    change = (light * shade + lines * fine).astype(np.float32)
    return np.asarray(np.clip(painting + change[..., None] + 0.5, 0, 255), np.uint8)


def _spread(grey: Floats, reach: float) -> Floats:
    picture = Image.fromarray(np.asarray(grey, np.uint8))
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(reach)), np.float32)
