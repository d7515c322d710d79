"""Pictures that move ten thousand times, and good ones of every rare kind."""

import random
import struct
import zlib
from functools import cache

import numpy as np
from PIL import Image

from bot.bench.hostile.file import Scale, chunk, riff, saved
from bot.sandbox.album_light import Light, photo

WIDTH, HEIGHT = 96, 72


def many_frames(dice: random.Random, scale: Scale) -> bytes:
    """A GIF, WebP or APNG of that many; some promise more, some are cut in the middle."""
    whole = dice.choice((_gif, _webp, _apng))(scale.frames // dice.choice((1, 4)))
    return whole[: dice.randrange(len(whole) // 2, len(whole))] if dice.randrange(3) else whole


@cache
def _gif(frames: int) -> bytes:
    """Each frame is the same block again."""
    one = saved(_drawn().convert("P"), "GIF")
    head = 13 + (3 << ((one[10] & 7) + 1))
    frame = b"\x21\xf9\x04\4\2\0\0\0" + one[one.index(b"\x2c", head) : -1]
    return one[:head] + b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0" + frame * frames + b";"


@cache
def _webp(frames: int) -> bytes:
    still = saved(_drawn(), "WEBP", quality=30)[12:]
    size = struct.pack("<I", WIDTH - 1)[:3] + struct.pack("<I", HEIGHT - 1)[:3]
    frame = (b"ANMF", bytes(6) + size + b"\x28\0\0\0" + still)
    return riff((b"VP8X", b"\2\0\0\0" + size), (b"ANIM", bytes(6)), *([frame] * frames))


@cache
def _apng(frames: int) -> bytes:
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(HEIGHT * (WIDTH + 1)))
    parts = [chunk(b"IHDR", head), chunk(b"acTL", struct.pack(">II", frames, 0))]
    for place in range(frames):
        shown = struct.pack(">IIIIIHHBB", 2 * place, WIDTH, HEIGHT, 0, 0, 1, 25, 0, 0)
        told = struct.pack(">I", 2 * place + 1) + rows
        parts += [chunk(b"fcTL", shown), chunk(b"fdAT", told) if place else chunk(b"IDAT", rows)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + chunk(b"IEND", b"")


@cache
def _drawn() -> Image.Image:
    return photo("dahlia", Light(), size=(WIDTH, HEIGHT))


def rare_kinds(dice: random.Random, _scale: Scale) -> bytes:
    """Grey, printed, deep, one bit, see-through, a dot, a line: kept like any other."""
    size = dice.choice(((1, 1), (1, 300), (300, 1), (3, 2), (96, 72), (2_000, 40), (40, 2_000)))
    drawn = _drawn().resize(size)
    kind, mode = dice.choice(
        [("JPEG", "L"), ("JPEG", "CMYK"), ("JPEG", "YCbCr"), ("PNG", "1"), ("PNG", "L"),
         ("PNG", "LA"), ("PNG", "P"), ("PNG", "RGBA"), ("PNG", "I;16"), ("GIF", "L"),
         ("GIF", "P"), ("WEBP", "RGBA"), ("WEBP", "RGB")]
    )  # fmt: skip
    if mode == "I;16":
        deep = np.asarray(drawn.convert("L")).astype(np.uint16) * 257
        return saved(Image.fromarray(deep), kind)
    options = (
        {"transparency": dice.randrange(256)} if mode in {"P", "L"} and kind != "JPEG" else {}
    )
    return saved(drawn.convert(mode), kind, **options)
