"""The boxes that a film is made of, side by side and one in another; their sizes never trusted.

Layout: ISO/IEC 14496-12.
"""

import struct
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

HEADER: Final = 8
MOST_KEYS: Final = 1024


class Box(NamedTuple):
    """kind: its four letters; label: where they stand, to be written over. inside: the rest."""

    kind: bytes
    inside: memoryview
    label: memoryview


def boxes(data: memoryview) -> Iterator[Box]:
    """What lies side by side; a box of 64 bits is longer than its header says."""
    place = 0
    while place + HEADER <= len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        start = place + HEADER
        if size == 1 and start + HEADER <= len(data):
            (size,) = struct.unpack_from(">Q", data, start)
            start += HEADER
        size = len(data) - place if size == 0 else size
        if size < start - place:
            return
        yield Box(kind, data[start : place + size], data[place + 4 : place + HEADER])
        place += size


def keyed(meta: memoryview) -> list[tuple[bytes, memoryview]]:
    """Apple's list of names beside its list of values; QuickTime's box has no version before."""
    for start in (0, 4):
        parts = parts_of(meta[start:])
        if b"keys" in parts and b"ilst" in parts:
            names = [bytes(one.inside) for one in islice(boxes(parts[b"keys"][8:]), MOST_KEYS)]
            return [
                (names[number - 1], value)
                for item in islice(boxes(parts[b"ilst"]), MOST_KEYS)
                if 0 < (number := int.from_bytes(item.kind)) <= len(names)
                and (value := value_of(item.inside)) is not None
            ]
    return []


def parts_of(data: memoryview) -> Mapping[bytes, memoryview]:
    """The first box of each kind."""
    found: dict[bytes, memoryview] = {}
    for kind, inside, _ in boxes(data):
        found.setdefault(kind, inside)
    return found


def value_of(item: memoryview) -> memoryview | None:
    """The text of a value, behind its type and its language."""
    return next((one.inside[8:] for one in boxes(item) if one.kind == b"data"), None)
