"""Films whose boxes lie about their lengths, counts and sizes, and films cut short."""

import random
import struct
from datetime import datetime
from functools import cache

from bot.bench.hostile.file import Scale, one_in
from bot.sandbox.album import LYON, Taken
from bot.sandbox.album_film import film
from bot.sandbox.album_light import Light, photo

WHEN = datetime(2024, 10, 12, 15, 30)  # noqa: DTZ001 - a camera's wall time
BOXES = (
    b"ftyp", b"moov", b"mvhd", b"trak", b"tkhd", b"mdhd", b"stbl", b"stsd", b"stts", b"stsc",
    b"stsz", b"stco", b"avc1", b"avcC", b"udta", b"meta", b"mdat",
)  # fmt: skip
LIES = (0, 1, 7, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF)


@cache
def good_film() -> bytes:
    """Three seconds; a stub where the extra `video` is missing, which nobody could decode."""
    made = film(photo("dahlia", Light(), size=(320, 240)), Taken(1, WHEN, LYON).shot())
    return made or b"\0\0\0\x18ftypmp42" + bytes(2_000)


def boxes_that_lie(dice: random.Random, _scale: Scale) -> bytes:
    """The length of a box, a number in it, or its name is another."""
    data = bytearray(good_film())
    for _ in range(dice.randint(1, 5)):
        at = data.find(dice.choice(BOXES))
        if at < 4 or at + 80 > len(data):  # noqa: PLR2004  its length stands in front of it
            continue
        if one_in(dice, 3):
            data[at : at + 4] = dice.choice((*BOXES, b"zzz9", b"dref", b"url ", b"rmra"))
        else:
            place = at - 4 if one_in(dice, 3) else at + 4 * dice.randint(1, 18)
            struct.pack_into(">I", data, place, dice.choice(LIES))
    return bytes(data)


def mangled_films(dice: random.Random, _scale: Scale) -> bytes:
    """Cut anywhere, or with bits flipped in what is coded."""
    data = bytearray(good_film())
    if one_in(dice, 3):
        return bytes(data[: dice.randrange(8, len(data))])
    for _ in range(dice.choice((1, 8, 64, 400))):
        data[dice.randrange(24, len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def giant_films(dice: random.Random, _scale: Scale) -> bytes:
    """A codec that nobody speaks, or pictures of 65,000 pixels a side; boxes in boxes in boxes."""
    data = bytearray(good_film())
    at = data.find(b"avc1", data.find(b"stsd")) if b"stsd" in data else -1
    if one_in(dice, 3) or at < 0:
        deep = b"\0\0\0\x18ftypmp42" + bytes(12)
        for _ in range(dice.choice((10, 1_000, 20_000))):
            deep += struct.pack(">I", dice.choice((0x4000_0000, 1 << 20))) + b"moov"
        return deep
    if one_in(dice, 2):
        struct.pack_into(">HH", data, at + 4 + 24, 65_000, 65_000)
    else:
        data[at : at + 4] = dice.choice((b"hev1", b"av01", b"mp4v", b"tscc", b"rle ", b"SVQ3"))
    return bytes(data)
