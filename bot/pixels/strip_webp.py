"""WebP without metadata: RIFF chunks by allow-list, the header's flags set right."""

import struct
from collections.abc import Iterator

from bot.pixels.exif import orientation_alone

DRAWS = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
HAS_EXIF, HAS_XMP = 0x08, 0x04  # flags of VP8X
HEADER = 12  # bytes: RIFF, how much follows, WEBP
FRAME_HEADER = 16  # bytes of ANMF before the chunks inside


def chunk(name: bytes, payload: bytes) -> bytes:
    return name + struct.pack("<I", len(payload)) + payload + b"\0" * (len(payload) % 2)


def strip(data: bytes, orientation: int) -> bytes:
    turned = orientation != 1
    body = b"".join(chunk(*part) for part in _kept(data[12:], turned=turned))
    if turned:
        body += chunk(b"EXIF", orientation_alone(orientation))
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def without_cut_end(data: bytes) -> bytes:
    """An animation that was cut, as far as its pictures are whole; anything else as it is.

    Its decoder would not open it: what it says of its length is no longer so.
    """
    says = struct.unpack_from("<I", data, 4)[0] + 8 if len(data) > HEADER else 0
    if says <= len(data):
        return data
    kept, at = [], HEADER
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        if end > len(data):
            break
        kept.append((name, data[at:end]))
        at = end
    body = b"".join(part for _, part in kept)
    if not any(name == b"ANMF" for name, _ in kept):
        return data
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _chunks(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(body):
        name, length = struct.unpack_from("<4sI", body, at)
        yield name, body[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _kept(body: bytes, *, turned: bool) -> Iterator[tuple[bytes, bytes]]:
    for name, payload in _chunks(body):
        if name not in DRAWS:
            continue
        if name == b"VP8X":
            flags = payload[0] & ~(HAS_EXIF | HAS_XMP) | (HAS_EXIF if turned else 0)
            yield name, bytes([flags]) + payload[1:]
        elif name == b"ANMF":
            inside = b"".join(chunk(*part) for part in _chunks(payload[FRAME_HEADER:])
                              if part[0] in DRAWS)  # fmt: skip
            yield name, payload[:FRAME_HEADER] + inside
        else:
            yield name, payload
