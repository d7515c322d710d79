"""One picture on a phone's whole screen: whole and sharp in the middle, its colours around it."""

from typing import Final

import numpy as np
from PIL import Image, ImageFilter

from bot.pixels.encode import encode_jpeg
from bot.pixels.geometry import Size
from bot.pixels.small import small

BLUR_PIXELS: Final = 48
DIMMED: Final = 0.72  # so that the picture stands out on its own colours
QUALITY: Final = 92


def on_screen(data: bytes, screen: Size, clear_pixels: int) -> bytes:
    """A JPEG as large as the screen; nothing of the picture is cut.

    clear_pixels: above and below, where an app lays its own buttons. Raises the refusals.
    """
    picture = Image.fromarray(small(data, max(screen.width, screen.height)))
    room = Size(screen.width, screen.height - 2 * clear_pixels)
    scale = min(room.width / picture.width, room.height / picture.height)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    page = _surroundings(picture, screen)
    at = ((screen.width - size[0]) // 2, (screen.height - size[1]) // 2)
    page.paste(picture.resize(size, Image.Resampling.LANCZOS), at)
    return encode_jpeg(np.asarray(page), quality=QUALITY)


def _surroundings(picture: Image.Image, screen: Size) -> Image.Image:
    """The picture itself, covering the screen, soft and darker."""
    scale = max(screen.width / picture.width, screen.height / picture.height)
    covering = picture.resize(
        (round(picture.width * scale) + 1, round(picture.height * scale) + 1),
        Image.Resampling.BILINEAR,
    )
    left, top = (covering.width - screen.width) // 2, (covering.height - screen.height) // 2
    window = covering.crop((left, top, left + screen.width, top + screen.height))
    soft = window.filter(ImageFilter.GaussianBlur(BLUR_PIXELS))
    return Image.eval(soft, lambda value: int(value * DIMMED))
