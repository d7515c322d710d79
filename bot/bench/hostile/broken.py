"""Good pictures cut short, flipped, spliced, stuffed, and with lengths that lie."""

import random
import struct

from bot.bench.hostile.file import Scale, good_pictures, one_in

LENGTHS = (0, 1, 2, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF)


def truncated(dice: random.Random, _scale: Scale) -> bytes:
    whole = dice.choice(good_pictures())
    return whole[: dice.randrange(1, len(whole))]


def flipped(dice: random.Random, _scale: Scale) -> bytes:
    """One to sixty bits."""
    data = bytearray(dice.choice(good_pictures()))
    for _ in range(dice.choice((1, 2, 4, 8, 20, 60))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def flipped_head(dice: random.Random, _scale: Scale) -> bytes:
    """Where a decoder believes what it reads."""
    data = bytearray(dice.choice(good_pictures()))
    for _ in range(dice.randint(1, 8)):
        data[dice.randrange(4, min(400, len(data)))] = dice.randrange(256)
    return bytes(data)


def spliced(dice: random.Random, _scale: Scale) -> bytes:
    """The head of one, the tail of another, perhaps a third between them."""
    parts = [dice.choice(good_pictures()) for _ in range(dice.randint(2, 3))]
    cuts = [dice.randrange(1, len(part)) for part in parts]
    return b"".join(
        part[:cut] if place == 0 else part[cut:]
        for place, (part, cut) in enumerate(zip(parts, cuts, strict=True))
    )


def stuffed(dice: random.Random, _scale: Scale) -> bytes:
    """Random bytes put in, or a stretch of its own told over and over."""
    data = bytearray(dice.choice(good_pictures()))
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(data))
        own = data[at : at + dice.randint(1, 300)] * dice.randint(1, 20)
        data[at:at] = dice.randbytes(dice.randint(1, 400)) if one_in(dice, 2) else own
    return bytes(data)


def lengths_that_lie(dice: random.Random, _scale: Scale) -> bytes:
    """Two or four bytes of the first thousand now say far more, or nothing."""
    data = bytearray(dice.choice(good_pictures()))
    for _ in range(dice.randint(1, 3)):
        kind = dice.choice((">I", "<I", ">H", "<H"))
        at = dice.randrange(4, min(1000, len(data) - 4))
        most = (1 << 8 * struct.calcsize(kind)) - 1
        struct.pack_into(kind, data, at, dice.choice(LENGTHS) & most)
    return bytes(data)
