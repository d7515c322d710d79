"""A film as an animated WebP, smaller and slower, for machines without PyAV.

Each frame is encoded on its own and the container is written by hand: all frames of a film in
memory would be 300 MB. Layout: the WebP Container Specification.
"""

import io
import struct
from collections.abc import Mapping, Sequence
from typing import Final

from PIL import Image

from bot.collage.film import FRAMES_A_SECOND, Film
from bot.collage.film_encode import packet_of
from bot.collage.film_paint import as_rgb, frames

EVERY: Final = 3  # frames of the film for one of these: ten a second
SCALE: Final = 0.75  # 540 pixels across
QUALITY: Final = 62
HEADER: Final = 12  # RIFF, its size, WEBP
ANIMATED, WITH_XMP = 0x02, 0x04
FOR_EVER: Final = 0
NO_BLEND: Final = 0x02


def shoot_webp(film: Film, part: int, sources: Mapping[str, bytes]) -> tuple[bytes, ...]:
    """Every third frame of a part as a chunk. Raises KeyError and the refusals of bot.pixels."""
    drawn = frames(film, part, sources, as_rgb, every=EVERY)
    return tuple(_chunk_of(layers[0], _size(film)) for layers in drawn)


def splice_webp(film: Film, parts: Sequence[Sequence[bytes]], tool: str) -> bytes:
    """The chunks of all parts as one WebP that plays for ever. tool: the bot's public name."""
    width, height = _size(film)
    head = bytes([ANIMATED | WITH_XMP, 0, 0, 0]) + _three(width - 1) + _three(height - 1)
    millis = EVERY * 1000 // FRAMES_A_SECOND
    shown = [
        _chunk(
            b"ANMF",
            b"\0" * 6 + _three(width - 1) + _three(height - 1) + _three(millis)
            + bytes([NO_BLEND]) + frame,
        )
        for part in parts
        for frame in part
    ]  # fmt: skip
    body = b"".join(
        (
            _chunk(b"VP8X", head),
            _chunk(b"ANIM", b"\xff" * 4 + struct.pack("<H", FOR_EVER)),
            *shown,
            _chunk(b"XMP ", packet_of(film, tool)),
        )
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _size(film: Film) -> tuple[int, int]:
    return round(film.page.width * SCALE), round(film.page.height * SCALE)


def _chunk_of(frame: Image.Image, size: tuple[int, int]) -> bytes:
    """The picture's own chunk, out of a WebP that holds nothing else."""
    out = io.BytesIO()
    small = frame.resize(size, Image.Resampling.HAMMING)
    small.save(out, "WEBP", quality=QUALITY, method=2)
    return out.getvalue()[HEADER:]


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def _three(number: int) -> bytes:
    return number.to_bytes(3, "little")
