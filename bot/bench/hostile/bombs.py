"""Small files that promise more than a machine has, and honest ones as large as may be."""

import random
import struct
import zlib
from collections.abc import Mapping
from functools import cache

from PIL import Image

from bot.bench.hostile.file import Scale, chunk, good_pictures, one_in, png, riff, saved, segment

SIDES = (0, 1, 16_001, 32_768, 50_000, 65_500, 65_535)
WEBP_MOST = 1 << 14  # its own header has no room for more
INKS: Mapping[str, int | tuple[int, ...]] = {
    "RGB": (64, 80, 96), "RGBA": (64, 80, 96, 128), "CMYK": (64, 80, 96, 0),
    "P": 1, "1": 1, "I;16": 0x4080,
}  # fmt: skip


def sizes_that_lie(dice: random.Random, _scale: Scale) -> bytes:
    """Few bytes under a header of any width and height."""
    width, height = dice.choice(SIDES), dice.choice(SIDES)
    makers = (_png_says, _jpeg_says, _gif_says, _webp_says, _heic_says)
    return dice.choice(makers)(width, height)


def _png_says(width: int, height: int) -> bytes:
    return png(width * 40_000, height) if width == SIDES[-1] else png(width, height)


def _jpeg_says(width: int, height: int) -> bytes:
    data = bytearray(good_pictures()[0])
    struct.pack_into(">HH", data, data.index(b"\xff\xc0") + 5, height, width)
    return bytes(data)


def _gif_says(width: int, height: int) -> bytes:
    data = bytearray(good_pictures()[4])
    struct.pack_into("<HH", data, 6, width, height)
    return bytes(data)


def _webp_says(width: int, height: int) -> bytes:
    canvas = struct.pack("<I", max(0, width - 1))[:3] + struct.pack("<I", max(0, height - 1))[:3]
    return riff((b"VP8X", b"\2\0\0\0" + canvas), (b"ANIM", bytes(6)), (b"ANMF", bytes(16)))


def _heic_says(width: int, height: int) -> bytes:
    data = bytearray(good_pictures()[7])
    struct.pack_into(">II", data, data.index(b"ispe") + 8, width, height)
    return bytes(data)


def packed_bombs(dice: random.Random, scale: Scale) -> bytes:
    """Kilobytes that unpack into hundreds of megabytes, wherever a PNG packs anything."""
    bomb = _zeros(scale.bomb_bytes)
    text = (b"zTXt", b"Comment\0\0" + bomb)
    parts = {
        "text": [text],
        "texts": [text] * 20,
        "words": [(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + bomb)],
        "colours": [(b"iCCP", b"icc\0\0" + bomb)],
    }
    kind = dice.choice([*parts, "pixels", "webp"])
    if kind == "pixels":  # more rows than the picture has
        small = png(dice.randint(1, 64), dice.randint(1, 64))
        return small.replace(small[small.index(b"IDAT") - 4 :], chunk(b"IDAT", bomb)) + small[-12:]
    if kind == "webp":
        return riff((b"VP8X", b"\x2c\0\0\0" + bytes(6)), (b"ICCP", bomb), (b"XMP ", bomb))
    return png(4, 4, *parts[kind], rows=bytes(20))


@cache
def _zeros(count: int) -> bytes:
    return zlib.compress(bytes(count), 9)


def edges(dice: random.Random, scale: Scale) -> bytes:
    """Honest pictures of the most pixels, or of the longest side, that may come in."""
    pixels, side = scale.pixels, scale.side
    shapes = [
        (int(pixels**0.5), int(pixels**0.5)),
        (side, pixels // side),
        (pixels // side, side),
        (side, 1),
        (1, side),
        (side + 1, 4),
        (int(pixels**0.5) + 9, int(pixels**0.5) + 9),
    ]
    kind, mode = dice.choice(
        [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("PNG", "I;16"), ("JPEG", "RGB"),
         ("JPEG", "CMYK"), ("GIF", "P"), ("WEBP", "RGB")]
    )  # fmt: skip
    return _plain(kind, mode, dice.choice(shapes))


@cache
def _plain(kind: str, mode: str, size: tuple[int, int]) -> bytes:
    """One colour, so that few bytes tell it all."""
    width, height = (min(side, WEBP_MOST - 1) for side in size) if kind == "WEBP" else size
    options = {"WEBP": {"lossless": True, "method": 0}, "PNG": {"compress_level": 1}}
    return saved(Image.new(mode, (width, height), INKS[mode]), kind, **options.get(kind, {}))


def colour_bombs(dice: random.Random, _scale: Scale) -> bytes:
    """Profiles and XMP packets that are huge, cut, nested without end, or say they are longer."""
    whole = good_pictures()[0]
    pieces = dice.choice([1, 3, 255])
    profile = dice.randbytes(100) if one_in(dice, 2) else bytes(65_000)
    icc = [
        segment(0xE2, b"ICC_PROFILE\0" + bytes([place % 256, pieces]) + profile)
        for place in range(1, pieces + 1)
    ]
    deep = b"<x:xmpmeta>" + b"<rdf:Description>" * 3_000
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "&%c;&%c;&%c;">' % (n + 1, n, n, n) for n in range(97, 115)
    )
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x:xmpmeta>&a;</x:xmpmeta>'
    xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + dice.choice((deep, entity, outside)))
    said = dice.choice([b"".join(icc), xmp, xmp * 40, b"".join(icc) + xmp])
    return whole[:2] + said + whole[2:]
