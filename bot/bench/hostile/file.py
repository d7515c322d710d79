"""A hostile file, how large it may be made, and the small writers that all families share."""

import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image

from bot.sandbox.album_light import IN_A_HURRY, Light, as_jpeg, photo

SMALL = (240, 180)


class Way(StrEnum):
    """As what a person gives it."""

    PICTURE = "picture"
    FILM = "film"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Scale:
    """How far the large ones go. side and pixels: of honest edges; the rest as named."""

    side: int
    pixels: int
    exif_bytes: int
    bomb_bytes: int
    frames: int
    entries: int


FULL = Scale(
    side=16_000,
    pixels=50_000_000,
    exif_bytes=10 * 1024 * 1024,
    bomb_bytes=256 * 1024 * 1024,
    frames=10_000,
    entries=100_000,
)
MODEST = Scale(
    side=4_000,
    pixels=1_000_000,
    exif_bytes=1024 * 1024,
    bomb_bytes=16 * 1024 * 1024,
    frames=600,
    entries=3_000,
)
Make = Callable[[random.Random, Scale], bytes]


@dataclass(frozen=True, slots=True)
class HostileFile:
    """family: what is wrong with it, as the table says it."""

    family: str
    way: Way
    data: bytes


def one_in(dice: random.Random, times: int) -> bool:
    return dice.randrange(times) == 0


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@cache
def good_pictures() -> tuple[bytes, ...]:
    """One small good picture of each kind that decoders treat on their own."""
    cat = photo("cat", Light(), size=SMALL)
    return (
        as_jpeg(cat, b"", quality=80),
        saved(cat, "JPEG", progressive=True, comment=b"a comment"),
        saved(cat, "PNG"),
        saved(cat.convert("P"), "PNG"),
        saved(cat, "GIF"),
        saved(cat, "WEBP"),
        saved(cat, "WEBP", lossless=True, method=0),
        _heic(cat),
        _heic(cat, cat.transpose(Image.Transpose.ROTATE_180)),
    )


def _heic(first: Image.Image, *more: Image.Image) -> bytes:
    """One picture, or a burst."""
    heif = pillow_heif.from_pillow(first)
    for one in more:
        heif.add_from_pillow(one)
    out = BytesIO()
    heif.save(out, format="HEIF", quality=60, enc_params=IN_A_HURRY)
    return out.getvalue()


def chunk(name: bytes, body: bytes) -> bytes:
    """Of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, *more: tuple[bytes, bytes], rows: bytes = bytes(1024)) -> bytes:
    """Eight grey bits a pixel are promised; `rows` are what is there."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", head), *more, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, body) for name, body in parts)


def segment(marker: int, payload: bytes) -> bytes:
    """Of a JPEG; a payload of at most 65,533 bytes."""
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def riff(*parts: tuple[bytes, bytes]) -> bytes:
    """A WebP of these chunks."""
    body = b"".join(
        name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2) for name, data in parts
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body
