"""Whether a picture may leave: a JPEG of at most 1024 px that carries nothing but its picture.

It reads the file's markers itself, so that it holds whatever made the picture.
"""

from collections.abc import Iterator
from typing import Final

MOST_SIDE: Final = 1024  # pixels; what vision models look at, and too small for a crowd's faces
MOST_BYTES: Final = 1_500_000
_START, _END, _SCAN, _FILL = b"\xff\xd8", 0xD9, 0xDA, 0xFF
_JFIF, _ADOBE, _COMMENT = 0xE0, 0xEE, 0xFE
_APPLICATION: Final = range(0xE0, 0xF0)  # where EXIF, XMP, GPS and colour profiles are kept
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE_LENGTHS: Final = {_JFIF: 16, _ADOBE: 14}  # longer ones carry a thumbnail or something else


def require_bare(picture: bytes) -> None:
    """Raises ValueError, which is a bug of the caller, for anything that may not leave."""
    if len(picture) > MOST_BYTES or not picture.startswith(_START):
        raise ValueError("not a small JPEG")
    if not picture.endswith(b"\xff\xd9"):
        raise ValueError("something follows the picture")
    sides: tuple[int, int] = (0, 0)
    for marker, segment in _segments(picture):
        if _tells(marker, segment):
            raise ValueError(f"the picture carries metadata (marker {marker:02x})")
        if marker in _FRAMES:
            sides = _size(segment)
    if not 0 < min(sides) <= max(sides) <= MOST_SIDE:
        raise ValueError(f"the picture has {sides[0]} × {sides[1]} pixels")


def _tells(marker: int, segment: bytes) -> bool:
    if marker == _COMMENT:
        return True
    return marker in _APPLICATION and len(segment) + 2 > _BARE_LENGTHS.get(marker, 0)


def _size(frame: bytes) -> tuple[int, int]:
    return int.from_bytes(frame[3:5]), int.from_bytes(frame[1:3])


def _segments(picture: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and content of each segment, those between the scans of a progressive one too."""
    place = len(_START)
    while place + 2 <= len(picture) and (marker := picture[place + 1]) != _END:
        if picture[place] != _FILL:
            raise ValueError("a broken JPEG")
        if marker == _FILL:
            place += 1
            continue
        length = int.from_bytes(picture[place + 2 : place + 4])
        yield marker, picture[place + 4 : place + 2 + length]
        place += 2 + length
        if marker == _SCAN:
            place = _after_scan(picture, place)
    if place + 2 != len(picture):
        raise ValueError("something follows the picture")


def _after_scan(picture: bytes, place: int) -> int:
    """Where the next real marker stands: FF 00 is a byte, FF D0…D7 a restart."""
    while (place := picture.find(b"\xff", place)) >= 0:
        following = picture[place + 1]
        if following != 0 and following not in range(0xD0, 0xD8):
            return place
        place += 2
    raise ValueError("a broken JPEG")
