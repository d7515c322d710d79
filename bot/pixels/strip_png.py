"""PNG without metadata: chunks by allow-list, copied with their checksums."""

import struct
import zlib

from bot.pixels.exif import orientation_alone

SIGNATURE = b"\x89PNG\r\n\x1a\n"
DRAWS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS iCCP sRGB gAMA cHRM sBIT cICP mDCV cLLI pHYs bKGD "
    b"acTL fcTL fdAT".split()
)


def chunk(name: bytes, payload: bytes) -> bytes:
    checksum = zlib.crc32(name + payload)
    return struct.pack(">I", len(payload)) + name + payload + struct.pack(">I", checksum)


def strip(data: bytes, orientation: int) -> bytes:
    """Keep what draws, up to IEND; the orientation goes in right after the header."""
    kept = [SIGNATURE]
    at, name = len(SIGNATURE), b""
    while name != b"IEND" and at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if name in DRAWS:
            kept.append(data[at:end])
        if name == b"IHDR" and orientation != 1:
            kept.append(chunk(b"eXIf", orientation_alone(orientation)))
        at = end
    return b"".join(kept)
