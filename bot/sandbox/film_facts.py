"""Width, height and length of an MP4, read from its boxes: Telegram tells bots these."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

CONTAINERS = (b"moov", b"trak", b"mdia")
DEEPEST = 3  # the movie, its track, the track's media
HEADER = 8
FIXED_POINT = 65_536


class FilmFacts(NamedTuple):
    """Pixels and whole seconds; zeros where the file does not say."""

    width: int = 0
    height: int = 0
    duration: int = 0


def film_facts(data: bytes) -> FilmFacts:
    """What the first seen track and the film's header say; never raises."""
    width = height = duration = 0
    for kind, box in _boxes(data):
        if kind == b"mvhd" and not duration:
            duration = _duration(box)
        elif kind == b"tkhd" and not width and len(box) >= HEADER:
            width, height = (side // FIXED_POINT for side in struct.unpack(">II", box[-HEADER:]))
    return FilmFacts(width, height, duration)


def _boxes(data: bytes, depth: int = DEEPEST) -> Iterator[tuple[bytes, bytes]]:
    place = 0
    while place + HEADER <= len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        if size < HEADER:  # to the end, or 64 bits long: only frames are so large
            return
        box = data[place + HEADER : place + size]
        yield kind, box
        if kind in CONTAINERS and depth:
            yield from _boxes(box, depth - 1)
        place += size


def _duration(box: bytes) -> int:
    """Version 1 of the box has wider times."""
    shape, start = (">IQ", 20) if box[:1] == b"\x01" else (">II", 12)
    if len(box) < start + struct.calcsize(shape):
        return 0
    scale, length = struct.unpack_from(shape, box, start)
    return round(length / scale) if scale else 0
