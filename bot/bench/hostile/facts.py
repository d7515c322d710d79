"""EXIF that lies, loops, or never ends: dates and places that no camera was ever at."""

import random
import struct

from bot.bench.hostile.file import SMALL, Scale, chunk, good_pictures, one_in, riff, segment

DATES = (
    "1601:01:01 00:00:00", "2107:12:31 23:59:59", "0000:00:00 00:00:00", "9999:99:99 99:99:99",
    "2024:02:31 25:61:61", "1970:01:01 00:00:00", "    :  :     :  :  ", "2024-07-14T12:00:00",
    "'; DROP TABLE media; --", "2024:07:14 12:00:00\0\0\0", "٢٠٢٤:٠٧:١٤ ١٢:٠٠:٠٠",
)  # fmt: skip
# Degrees, minutes and seconds as fractions: the poles, nowhere, infinity, beyond, NaN's bits.
PLACES = (
    ((90, 1), (0, 1), (0, 1)), ((180, 1), (0, 1), (0, 1)), ((0, 0), (0, 0), (0, 0)),
    ((1, 0), (1, 0), (1, 0)), ((4_294_967_295, 1),) * 3, ((0, 1), (0, 1), (0, 1)),
    ((0x7FC00000, 0x7FC00000),) * 3, ((90, 1), (59, 1), (60, 1)), ((45, 1), (46, 1), (1, 3)),
)  # fmt: skip
SIDES = (b"N", b"S", b"E", b"W", b"n", b"\0", b"?", b"\xff")
KINDS = (0, 1, 2, 3, 4, 5, 7, 9, 10, 12, 13, 255, 65_535)
FAR = (0, 1, 8, 0x7FFF_FFFF, 0xFFFF_FFFE, 0xFFFF_FFFF)


def odd_facts(dice: random.Random, _scale: Scale) -> bytes:
    """A whole picture whose dates and places are of another world."""
    where, text = dice.choice(PLACES), dice.choice(DATES).encode()
    return _with(dice, tiff(text, where, dice.choice(SIDES), dice.choice(SIDES)))


def tiff(
    text: bytes, where: tuple[tuple[int, int], ...], north: bytes = b"N", east: bytes = b"E"
) -> bytes:
    """Three directories, each value behind them all; `where` serves for both ways."""
    turns = b"".join(struct.pack(">II", *part) for part in where)
    first, camera, gps, values = 8, 8 + 30, 8 + 30 + 18, 8 + 30 + 18 + 54
    tags = struct.pack(">HHHII", 2, 0x8769, 4, 1, camera)
    tags += struct.pack(">HHII", 0x8825, 4, 1, gps) + bytes(4)
    shot = struct.pack(">HHHII", 1, 0x9003, 2, len(text), values + len(turns)) + bytes(4)
    place = struct.pack(">HHHI4s", 4, 1, 2, 2, north) + struct.pack(">HHII", 2, 5, 3, values)
    place += struct.pack(">HHI4s", 3, 2, 2, east) + struct.pack(">HHII", 4, 5, 3, values)
    return b"MM\0*" + struct.pack(">I", first) + tags + shot + place + bytes(4) + turns + text


def endless_facts(dice: random.Random, scale: Scale) -> bytes:
    """Directories that point at themselves, at one another, outside, or tell 65,535 tags."""
    order = dice.choice("<>")
    mark = b"II*\0" if order == "<" else b"MM\0*"
    count = dice.choice((1, 3, 40, 60_000 if one_in(dice, 8) else 400, 65_535))
    written = min(count, 60_000 if scale.frames > 1_000 else 4_000)  # noqa: PLR2004  in full or not
    tags = b"".join(
        struct.pack(
            order + "HHII",
            dice.choice((0x8769, 0x8825, 0xA005, 0x014A, 0x0112, 0x9003, 0x927C, place % 65_536)),
            dice.choice(KINDS),
            dice.choice((0, 1, 3, 20, 0xFFFF_FFFF)),
            dice.choice((*FAR, 8 + 12 * place)),
        )
        for place in range(written)
    )
    block = mark + struct.pack(order + "IH", 8, count) + tags
    return _with(dice, block + struct.pack(order + "I", dice.choice((8, 0, 0xFFFF_FFFF))))


def huge_facts(dice: random.Random, scale: Scale) -> bytes:
    """Ten megabytes of it, in as many pieces as the format takes."""
    size = scale.exif_bytes // dice.choice((1, 2, 10))
    block = tiff(b"2024:07:14 12:00:00\0", PLACES[-1])
    if one_in(dice, 2):
        whole = good_pictures()[2]
        return whole[:33] + chunk(b"eXIf", block + bytes(size)) + whole[33:]
    whole, piece = good_pictures()[0], segment(0xE1, b"Exif\0\0" + block + bytes(65_000))
    return whole[:2] + piece * (size // len(piece) + 1) + whole[2:]


def _with(dice: random.Random, block: bytes) -> bytes:
    """In a JPEG, where a segment is long enough for it, or in a PNG or WebP."""
    jpeg, plain = good_pictures()[0], good_pictures()[2]
    if len(block) < 65_000 and not one_in(dice, 3):  # noqa: PLR2004  a segment's 16 bits
        return jpeg[:2] + segment(0xE1, b"Exif\0\0" + block) + jpeg[2:]
    if one_in(dice, 2):
        return plain[:33] + chunk(b"eXIf", block) + plain[33:]
    canvas = struct.pack("<I", SMALL[0] - 1)[:3] + struct.pack("<I", SMALL[1] - 1)[:3]
    pixels = good_pictures()[5][20:]
    return riff((b"VP8X", b"\x08\0\0\0" + canvas), (b"VP8 ", pixels), (b"EXIF", block))
