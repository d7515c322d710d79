"""Zips that slip, burst, nest, lock, count to a hundred thousand, or are named in any script."""

import random
import struct
import zipfile
import zlib
from functools import cache
from io import BytesIO

from bot.bench.hostile.file import Scale, good_pictures, one_in

SLIPS = (
    "../../etc/cron.d/x.jpg", "/etc/passwd.jpg", "C:\\Windows\\x.jpg", "..\\..\\x.jpg",
    "\\\\host\\x.jpg", "a/../../b.jpg", "./././x.jpg", "x\0.jpg", "CON.jpg", "-rf.jpg", " .jpg",
    "~/x.jpg", "a" * 4_000 + ".jpg", "%2e%2e%2fx.jpg", "\r\n\x1b[31mx.jpg", "x.jpg/", "//x.jpg",
)  # fmt: skip
NAMES = (
    "été à la mer.jpg", "Москва.jpg", "北京.jpg", "قاهرة.jpg", "ירושלים.jpg", "नमस्ते.jpg",
    "กรุงเทพ.jpg", "서울.jpg", "Ελλάδα.jpg", "\U0001f3d6\ufe0f.jpg", "e\u0301te\u0301.jpg",
    "a\u202egpj.exe.jpg", "\u200b\u200b.jpg", "ﷺ.jpg", "Z\u0337\u0322\u0351a\u0335.jpg",
    "\ud7ff.jpg", "\uff37\uff29\uff24\uff25.jpg",
)  # fmt: skip
LOCKED = 0x1


def slips(dice: random.Random, _scale: Scale) -> bytes:
    """Names that climb out of any folder."""
    return _zip([(name, good_pictures()[0]) for name in dice.sample(SLIPS, dice.randint(1, 5))])


def links(dice: random.Random, _scale: Scale) -> bytes:
    """An entry that says it is a link, a device or a pipe."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("photo.jpg")
        info.create_system = 3
        info.external_attr = dice.choice((0o120777, 0o020666, 0o010666, 0o060660)) << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def names(dice: random.Random, _scale: Scale) -> bytes:
    """In every alphabet, marked as UTF-8 or not at all."""
    whole = bytearray(_zip([(name, good_pictures()[0]) for name in dice.sample(NAMES, 3)]))
    if one_in(dice, 2):
        return bytes(whole)
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = whole.find(mark)
        while at >= 0:
            whole[at + place + 1] &= ~0x08
            at = whole.find(mark, at + 4)
    return bytes(whole)


def zip_bombs(dice: random.Random, scale: Scale) -> bytes:
    """One entry of zeros, the same bytes under many names, or a size that lies."""
    zeros = _packed_zeros(scale.bomb_bytes)
    if one_in(dice, 3):
        return _overlapping(dice.choice((50, 1_000)), zeros, scale.bomb_bytes)
    whole = bytearray(_raw([("photo.jpg", zeros, scale.bomb_bytes)]))
    if one_in(dice, 2):  # it says that it is small
        for mark, place in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
            struct.pack_into("<I", whole, whole.find(mark) + place, dice.choice((10, 0xFFFF_FFFF)))
    return bytes(whole)


@cache
def _packed_zeros(count: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(bytes(count)) + packer.flush()


def _raw(entries: list[tuple[str, bytes, int]]) -> bytes:
    """Entries that are packed already: name, bytes, what they say that they unpack to."""
    body, directory, places = b"", b"", 0
    for name, packed, size in entries:
        facts = struct.pack("<HHIIII", 8, 0, 0, 0, len(packed), size)
        ends = struct.pack("<HH", len(name), 0)
        directory += b"PK\1\2" + struct.pack("<HHH", 20, 20, 0) + facts + ends
        directory += bytes(10) + struct.pack("<I", len(body)) + name.encode()
        body += b"PK\3\4" + struct.pack("<HH", 20, 0) + facts + ends + name.encode() + packed
        places += 1
    end = struct.pack("<HHHHIIH", 0, 0, places, places, len(directory), len(body), 0)
    return body + directory + b"PK\5\6" + end


def _overlapping(count: int, packed: bytes, size: int) -> bytes:
    """Every name leads to the same bytes: a kilobyte a name, hundreds of megabytes each."""
    whole = _raw([("photo.jpg", packed, size)])
    at = whole.rindex(b"PK\1\2")
    directory = whole[at : whole.rindex(b"PK\5\6")] * count
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), at, 0)
    return whole[:at] + directory + b"PK\5\6" + end


def nested(dice: random.Random, scale: Scale) -> bytes:
    """A zip in a zip in a zip; at its heart a picture, or a bomb."""
    inner = zip_bombs(dice, scale) if one_in(dice, 2) else good_pictures()[0]
    for depth in range(dice.randint(1, 12)):
        inner = _zip([("inside.zip" if depth else "photo.jpg", inner)])
    return inner


def locked(dice: random.Random, _scale: Scale) -> bytes:
    """Encrypted, as far as its flags say; or packed in a way of another century."""
    whole = bytearray(_zip([("photo.jpg", good_pictures()[0]), ("b.jpg", good_pictures()[1])]))
    is_locked = one_in(dice, 2)
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = whole.find(mark)
        if is_locked:
            whole[at + place] |= LOCKED
        else:
            struct.pack_into("<H", whole, at + place + 2, dice.choice((1, 6, 9, 12, 14, 93, 99)))
    return bytes(whole)


def many_entries(dice: random.Random, scale: Scale) -> bytes:
    """A hundred thousand of them, in bytes or by what the end says."""
    if one_in(dice, 2):
        whole = bytearray(_zip([("photo.jpg", good_pictures()[0])]))
        struct.pack_into("<HH", whole, whole.rindex(b"PK\5\6") + 8, 65_535, 65_535)
        return bytes(whole)
    return _many(scale.entries)


@cache
def _many(count: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            archive.writestr(zipfile.ZipInfo(f"{number}.jpg"), b"\xff\xd8\xff")
    return out.getvalue()


def mangled_zips(dice: random.Random, _scale: Scale) -> bytes:
    """Cut, or flipped where its directory is."""
    data = bytearray(_zip([(f"{number}.jpg", good_pictures()[0]) for number in range(3)]))
    if one_in(dice, 3):
        return bytes(data[: dice.randrange(len(data))])
    start = data.index(b"PK\1\2") if one_in(dice, 2) else 0
    for _ in range(dice.randint(1, 20)):
        data[dice.randrange(start, len(data))] = dice.randrange(256)
    return bytes(data)


def _zip(entries: list[tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            info = zipfile.ZipInfo("x")
            info.filename = name
            archive.writestr(info, content)
    return out.getvalue()
