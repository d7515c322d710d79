"""Pixels of a picture, no larger than needed: JPEG at M/8 of its size, the rest reduced."""

import numpy as np
import simplejpeg
from PIL import Image

from bot.pixels.geometry import Size
from bot.pixels.header import Format, format_of, picture
from bot.pixels.orientation import Pixels
from bot.pixels.refusals import refusing

EIGHTHS = 8
SIXTEEN_BITS = 257  # 65535 / 255


def decode_scaled(data: bytes, least: Size) -> Pixels:
    """RGB pixels in stored orientation, `least` (also stored) on both sides or a bit more.

    A smaller picture comes whole. The colour profile is not applied; what is transparent becomes
    white; of a moving picture the first frame. Raises the refusals of this package.
    """
    found = picture(data)
    with refusing():
        if format_of(data) is Format.JPEG and found.mode in {"RGB", "L"}:
            try:
                return _decode_jpeg(data, Size(*found.size), least)
            except ValueError:
                found.draft("RGB", (least.width, least.height))  # odd or cut: Pillow decides
        return np.asarray(_reduced(found, least))


def _decode_jpeg(data: bytes, size: Size, least: Size) -> Pixels:
    """At M/8, M from 1 to 8: the decoder leaves out the fine half of each block."""
    eighths = next(
        m
        for m in range(1, 9)
        if m == EIGHTHS
        or (
            size.width * m // EIGHTHS >= least.width and size.height * m // EIGHTHS >= least.height
        )
    )
    pixels: Pixels = simplejpeg.decode_jpeg(
        data,
        min_width=-(-size.width * eighths // EIGHTHS),
        min_height=-(-size.height * eighths // EIGHTHS),
        fastdct=True,
        fastupsample=True,
    )
    # A last column or row that is not whole mixes in the padding of its blocks.
    height, width = size.height * eighths // EIGHTHS, size.width * eighths // EIGHTHS
    return pixels[: max(1, height), : max(1, width)]


def _reduced(found: Image.Image, least: Size) -> Image.Image:
    found.load()
    factor = min(found.width // max(1, least.width), found.height // max(1, least.height))
    rgb = found if found.mode in {"RGB", "RGBA", "L", "LA"} else as_rgb(found)
    return as_rgb(rgb.reduce(factor) if factor > 1 else rgb)


def as_rgb(found: Image.Image) -> Image.Image:
    """Any mode as RGB, over white where it lets light through."""
    if found.mode.startswith("I"):
        grey = np.asarray(found).astype(np.uint32)
        found = Image.fromarray(np.minimum(grey // SIXTEEN_BITS, 255).astype(np.uint8))
    if not found.has_transparency_data:
        return found.convert("RGB")
    see_through = found.convert("RGBA")
    page = Image.new("RGB", found.size, "white")
    page.paste(see_through, mask=see_through.getchannel("A"))
    return page
