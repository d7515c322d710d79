"""Pixels of a picture, no larger than needed: JPEG at M/8 of its size, the rest reduced."""

import numpy as np
import simplejpeg
from PIL import Image

from bot.pixels.geometry import Size
from bot.pixels.header import Format, format_of, picture
from bot.pixels.orientation import Pixels
from bot.pixels.refusals import refusing

EIGHTHS = 8
HALF = 8  # bits: of sixteen, the upper half says as much as a screen shows


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
    """Reduced in as few bands as it has: at 50 megapixels each copy more is 200 MB."""
    found.load()
    factor = min(found.width // max(1, least.width), found.height // max(1, least.height))
    plain = _without_palette(found)
    return as_rgb(plain.reduce(factor) if factor > 1 else plain)


def _without_palette(found: Image.Image) -> Image.Image:
    """A mode whose neighbouring pixels may be averaged."""
    if found.mode.startswith("I"):
        return _eight_bits(found)
    if found.mode in {"RGB", "RGBA", "L", "LA", "CMYK"} and "transparency" not in found.info:
        return found
    return found.convert("RGBA" if found.has_transparency_data else "RGB")


def _eight_bits(found: Image.Image) -> Image.Image:
    grey = np.asarray(found) >> HALF
    return Image.fromarray(np.clip(grey, 0, 255, out=grey).astype(np.uint8))


def as_rgb(found: Image.Image) -> Image.Image:
    """Any mode as RGB, over white where it lets light through; RGB itself is not copied."""
    if found.mode.startswith("I"):
        found = _eight_bits(found)
    if not found.has_transparency_data:
        return found if found.mode == "RGB" else found.convert("RGB")
    see_through = found.convert("RGBA")
    page = Image.new("RGB", found.size, "white")
    page.paste(see_through, mask=see_through.getchannel("A"))
    return page
