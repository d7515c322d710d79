"""JPEG without metadata: segments by allow-list, scans untouched, nothing after the end."""

import re
import struct
from collections.abc import Iterator

from bot.pixels.exif import orientation_alone

FF, END, SCAN = 0xFF, 0xD9, 0xDA
APP0, APP1, APP2, APP14, APP15, COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
RESTARTS = frozenset(range(0xD0, 0xD8))
BARE = RESTARTS | {0x01}  # markers that carry no length
# Among coded pixels, what follows FF is else a restart, stuffing or fill.
MARKER = re.compile(rb"\xff(?=[^\x00\xff\xd0-\xd7])")
JFIF_WITHOUT_THUMBNAIL = 14  # bytes: name, version, density, 0 × 0


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", FF, marker, len(payload) + 2) + payload


def strip(data: bytes, orientation: int) -> bytes:
    """Keep what draws: tables, frames, scans, JFIF, ICC and Adobe's colour note."""
    kept = list(_kept(data))
    if orientation != 1:
        first = 1 if kept and kept[0][1:2] == bytes([APP0]) else 0  # JFIF wants to come first
        kept.insert(first, segment(APP1, b"Exif\0\0" + orientation_alone(orientation)))
    return b"\xff\xd8" + b"".join(kept) + b"\xff\xd9"


def _kept(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 1 < len(data):
        marker = data[at + 1]
        if data[at] != FF or marker == FF:  # fill bytes, or junk that decoders skip too
            at += 1
        elif marker == END:
            return
        elif marker in BARE:
            at += 2
        else:
            end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
            payload = data[at + 4 : end]
            end = _scan_end(data, end) if marker == SCAN else end
            if marker == APP0 and payload.startswith(b"JFIF\0"):
                yield segment(APP0, payload[: JFIF_WITHOUT_THUMBNAIL - 2] + b"\0\0")
            elif _draws(marker, payload):
                yield data[at:end]
            at = end


def _draws(marker: int, payload: bytes) -> bool:
    if marker == APP2:
        return payload.startswith(b"ICC_PROFILE\0")
    if marker == APP14:
        return payload.startswith(b"Adobe")
    return not (APP0 <= marker <= APP15 or marker == COMMENT)


def _scan_end(data: bytes, at: int) -> int:
    """Where coded pixels stop: the next FF that is neither stuffed, a restart, nor fill."""
    found = MARKER.search(data, at)
    return found.start() if found else len(data)
