"""The boxes of an MP4 put in order: what a player needs first comes first, and where it is from.

Layout: ISO/IEC 14496-12; XMP in a box of its own, XMP Specification Part 3, 1.2.7.1.
"""

import struct
from collections.abc import Iterator
from typing import Final
from uuid import UUID

XMP: Final = UUID("be7acfcb-97a9-42e8-9c71-999491e3afac").bytes
HEADER: Final = 8
WIDE: Final = 16  # of a box whose size takes 64 bits
INSIDE: Final = frozenset({b"trak", b"mdia", b"minf", b"stbl"})


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and whole bytes of each box in turn. Raises ValueError for anything odd."""
    place = 0
    while place < len(data):
        if place + HEADER > len(data):
            raise ValueError("a box ends in mid-air")
        size, kind = struct.unpack_from(">I4s", data, place)
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, place + HEADER)
        if size < HEADER or place + size > len(data):
            raise ValueError("a box is longer than its file")
        yield kind, data[place : place + size]
        place += size


def faststart(mp4: bytes, packet: bytes) -> bytes:
    """The same film with its index before its pictures, and an XMP packet between them.

    Raises ValueError for what is no MP4, or one that is 4 GB or larger.
    """
    found = dict(boxes(mp4))
    if not {b"ftyp", b"moov", b"mdat"} <= found.keys():
        raise ValueError("not an MP4")
    xmp = struct.pack(">I4s", HEADER + len(XMP) + len(packet), b"uuid") + XMP + packet
    before = _place_of(mp4)
    head = len(found[b"ftyp"]) + len(found[b"moov"]) + len(xmp)
    moov = _moved(found[b"moov"], head - before)
    return b"".join((found[b"ftyp"], moov, xmp, found[b"mdat"]))


def _place_of(mp4: bytes) -> int:
    """Where the pictures begin."""
    place = 0
    for kind, box in boxes(mp4):
        if kind == b"mdat":
            return place
        place += len(box)
    raise ValueError("not an MP4")


def _moved(box: bytes, by: int) -> bytes:
    """A box whose chunks lie that many bytes further on."""
    parts = [box[:HEADER]]
    for kind, part in boxes(box[HEADER:]):
        if kind in INSIDE:
            parts.append(_moved(part, by))
        elif kind == b"stco":
            parts.append(_offset(part, by, "I"))
        elif kind == b"co64":
            parts.append(_offset(part, by, "Q"))
        else:
            parts.append(part)
    return b"".join(parts)


def _offset(box: bytes, by: int, width: str) -> bytes:
    (count,) = struct.unpack_from(">I", box, 12)
    shape = f">{count}{width}"
    moved = (place + by for place in struct.unpack_from(shape, box, WIDE))
    try:
        return box[:WIDE] + struct.pack(shape, *moved)
    except struct.error as large:
        raise ValueError("a film of 4 GB or more") from large
