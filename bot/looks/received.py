"""A picture that was sent, by an endpoint or for its style: bytes opened safely, made ours."""

from typing import Final

from bot.pixels.door import open_safely
from bot.pixels.encode import encode_jpeg
from bot.pixels.provenance import SourceType, with_xmp, xmp_packet
from bot.pixels.small import small

STYLE_SIDE: Final = 512  # pixels of the longer side: twice what a style is read from
LARGEST_SIDE: Final = 2048
QUALITY: Final = 92
CREDIT: Final = "Made with AI (Pépite)"


def received(data: bytes, host: str) -> bytes:
    """A JPEG of ours, bare but for its provenance. Raises the refusals of bot.pixels."""
    pixels = small(open_safely(data).clean, LARGEST_SIDE)
    packet = xmp_packet(
        SourceType.MADE_FROM_WORDS, tool=f"Pépite, with the image model at {host}", credit=CREDIT
    )
    return with_xmp(encode_jpeg(pixels, QUALITY), packet)


def opened(data: bytes) -> bytes:
    """A picture to read a style from, small and bare. Raises the refusals of bot.pixels."""
    return encode_jpeg(small(open_safely(data).clean, STYLE_SIDE), QUALITY)
