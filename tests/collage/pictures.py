"""Bytes of pictures whose every corner is known."""

import io
from typing import Any

import numpy as np
from PIL import Image

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 40), (30, 40, 190), (235, 235, 235)
TURN_BACK = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def quarters(width: int = 800, height: int = 600) -> Image.Image:
    """Red and green above, blue and white below."""
    pixels = np.empty((height, width, 3), np.uint8)
    middle, half = height // 2, width // 2
    pixels[:middle, :half], pixels[:middle, half:] = RED, GREEN
    pixels[middle:, :half], pixels[middle:, half:] = BLUE, WHITE
    return Image.fromarray(pixels)


def written(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def stored(picture: Image.Image, orientation: int) -> bytes:
    """As a camera held that way stores it: upright only for who reads EXIF."""
    turn = TURN_BACK[orientation]
    exif = Image.Exif()
    exif[274] = orientation
    return written(picture.transpose(turn) if turn is not None else picture, exif=exif, quality=95)
