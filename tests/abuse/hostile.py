"""Files that mean harm or are broken, made by code and by seeded dice."""

import random
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

import numpy as np
from PIL import Image

from bot.pixels.header import Format
from tests.conversations.given import clip, picture
from tests.pixels.pictures import drawing, jpeg_that_tells_all, saved

PROMISED = 50_000
EXIF_BYTES = 10 * 1024 * 1024


class Fate(Enum):
    """What must become of a file."""

    KEPT = "kept"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Hostile:
    """One file and what must become of it."""

    name: str
    data: bytes
    fate: Fate


def strangers() -> list[Hostile]:
    """Other things than pictures, by a picture's name."""
    data = {
        "empty": b"",
        "one-byte": b"\xff",
        "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "pdf": b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj",
        "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (r) file",
        "html": b"<html><script>fetch('http://169.254.169.254')</script></html>",
        "zip": b"PK\x03\x04" + bytes(64),
        "tiff": b"II*\0" + bytes(64),
        "bmp": b"BM" + bytes(200),
        "psd": b"8BPS" + bytes(64),
        "elf": b"\x7fELF" + bytes(64),
        "avif": b"\0\0\0\x18ftypavif" + bytes(64),
        "film": clip(),
    }
    return [Hostile(f"{name}.jpg", content, Fate.REFUSED) for name, content in data.items()]


def bombs() -> list[Hostile]:
    """Small files that promise more than a machine has."""
    many = b"GIF89a" + struct.pack("<HHBBB", 65_535, 65_535, 0, 0, 0) + b";"
    webp = b"VP8X" + struct.pack("<I", 10) + b"\2\0\0\0" + b"\xff\xff\xff\xff\xff\xff"
    webp = b"RIFF" + struct.pack("<I", len(webp) + 4) + b"WEBP" + webp
    text = zlib.compress(bytes(64 * 1024 * 1024))
    data = {
        "promise.png": png(PROMISED, PROMISED),
        "tall.png": png(1, 65_500),
        "text.png": png(4, 4, (b"zTXt", b"Comment\0\0" + text)),
        "profile.png": png(4, 4, (b"iCCP", b"icc\0\0" + text)),
        "wide.jpg": _jpeg_that_claims(65_500, 1),
        "promise.jpg": _jpeg_that_claims(65_500, 65_500),
        "promise.gif": many,
        "promise.webp": webp,
    }
    return [Hostile(name, content, Fate.REFUSED) for name, content in data.items()]


def oddities() -> list[Hostile]:
    """Rare, and yet pictures: they are kept like any other."""
    shades = np.linspace(0, 65_535, 64 * 48, dtype=np.uint16).reshape(48, 64)
    told = saved(drawing(), Format.JPEG, quality=90)
    data = {
        "dot.jpg": saved(drawing(1, 1), Format.JPEG),
        "dot.png": saved(drawing(1, 1), Format.PNG),
        "line.jpg": saved(drawing(9_000, 1), Format.JPEG),
        "mast.png": saved(drawing(1, 9_000), Format.PNG),
        "grey.jpg": saved(drawing(mode="L"), Format.JPEG),
        "print.jpg": saved(drawing(mode="CMYK"), Format.JPEG),
        "deep.png": saved(Image.fromarray(shades), Format.PNG),
        "bits.png": saved(drawing(mode="1"), Format.PNG),
        "palette.png": saved(drawing(mode="P"), Format.PNG),
        "moves.gif": _moving(Format.GIF),
        "moves.webp": _moving(Format.WEBP),
        "profile.jpg": saved(drawing(), Format.JPEG, icc_profile=b"\0" * 300),
        "zip-behind.jpg": told + b"PK\x03\x04" + bytes(64),
        "html-behind.jpg": told + b"<script>alert(1)</script>",
        "tells-all.jpg": jpeg_that_tells_all(6),
        "is-a-png.jpg": saved(drawing(), Format.PNG),
        "huge-exif.png": _with_exif(EXIF_BYTES),
        "many-tags.png": _with_tags(60_000),
    }
    for name, exif in _odd_facts().items():
        data[f"{name}.jpg"] = saved(drawing(), Format.JPEG, exif=exif)
    return [Hostile(name, content, Fate.KEPT) for name, content in data.items()]


def cut_short() -> list[Hostile]:
    """Every format, broken off."""
    cut = {}
    for known in Format:
        whole = saved(drawing(200, 150), known)
        for share in (2, 3):
            cut[f"cut-{share}.{known.value.lower()}"] = whole[: len(whole) // share]
    return [Hostile(name, content, Fate.REFUSED) for name, content in cut.items()]


def mutations(dice: random.Random, count: int) -> Iterator[bytes]:
    """Good pictures cut, flipped, stuffed, and spliced with one another."""
    good = _good()
    for _ in range(count):
        data = bytearray(dice.choice(good))
        for _ in range(dice.randint(1, 6)):
            at = dice.randrange(max(1, len(data)))
            match dice.choice(["cut", "flip", "splice", "stuff", "repeat"]):
                case "cut" if dice.random() < 0.3:
                    del data[at:]
                case "flip" if data:
                    data[at % len(data)] = dice.randrange(256)
                case "splice":
                    other = dice.choice(good)
                    data[at:] = other[dice.randrange(len(other)) :]
                case "stuff":
                    data[at:at] = dice.randbytes(dice.randint(1, 40))
                case _:
                    data[at:at] = data[at : at + dice.randint(1, 400)]
        yield bytes(data)


def films() -> list[Hostile]:
    """Playlists by a film's name, and films whose boxes lie or speak an unknown tongue."""
    whole = clip()
    strangers = {
        "list.mp4": b"#EXTM3U\n#EXTINF:1,\nhttp://169.254.169.254/latest\n",
        "list.mov": b"ffconcat version 1.0\nfile '/etc/passwd'\n",
        "empty.mp4": b"",
        "web.mp4": b"\x1aE\xdf\xa3" + bytes(64),
        "page.mp4": b"<html><script>alert(1)</script></html>",
    }
    odd = {
        "cut.mp4": whole[: len(whole) // 2],
        "head.mp4": whole[:40],
        "unknown.mp4": whole.replace(b"avc1", b"zzz9").replace(b"avcC", b"zzzC"),
        "giant.mp4": _film_that_claims(65_000, 65_000),
        "endless.mp4": whole.replace(b"mvhd", b"mvhD"),
        "list-inside.mp4": b"\0\0\0\x18ftypmp42" + strangers["list.mp4"],
    }
    refused = [Hostile(name, data, Fate.REFUSED) for name, data in strangers.items()]
    return refused + [Hostile(name, data, Fate.KEPT) for name, data in odd.items()]


def film_mutations(dice: random.Random, count: int) -> Iterator[bytes]:
    """A film whose boxes lie about their sizes, or whose bytes are flipped."""
    whole = clip()
    boxes = whole.index(b"moov")
    for _ in range(count):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 12)):
            at = dice.randrange(boxes, boxes + 600)
            if dice.random() < 0.5:
                struct.pack_into(">I", data, at // 4 * 4, dice.choice([0, 1, 2**31, 2**32 - 1]))
            else:
                data[at] = dice.randrange(256)
        yield bytes(data)


def png(width: int, height: int, *more: tuple[bytes, bytes]) -> bytes:
    """Its header promises; a few hundred bytes follow."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", head), *more, (b"IDAT", zlib.compress(bytes(1024))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _jpeg_that_claims(width: int, height: int) -> bytes:
    data = bytearray(saved(drawing(), Format.JPEG))
    struct.pack_into(">HH", data, data.index(b"\xff\xc0") + 5, height, width)
    return bytes(data)


def _film_that_claims(width: int, height: int) -> bytes:
    data = bytearray(clip())
    at = data.index(b"avc1")
    struct.pack_into(">HH", data, at + 4 + 24, width, height)
    return bytes(data)


def _moving(known: Format) -> bytes:
    frames = [drawing(60 + n, 40).resize((60, 40)) for n in range(30)]
    return saved(frames[0], known, save_all=True, append_images=frames[1:], duration=20)


def _with_exif(size: int) -> bytes:
    plain = saved(drawing(), Format.PNG)
    return plain[:33] + _chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\0" + bytes(size)) + plain[33:]


def _with_tags(count: int) -> bytes:
    """Each of its tags says that its value is the whole block."""
    size = 4 * 1024 * 1024
    tags = b"".join(struct.pack(">HHII", tag, 7, size - 8, 8) for tag in range(count))
    block = b"MM\0*\0\0\0\x08" + struct.pack(">H", count) + tags
    plain = saved(drawing(), Format.PNG)
    return plain[:33] + _chunk(b"eXIf", block + bytes(size)) + plain[33:]


def _odd_facts() -> dict[str, bytes]:
    """Dates and places that no camera was ever at."""
    return {
        "born-1601": _exif("1601:01:01 00:00:00"),
        "born-2107": _exif("2107:12:31 23:59:59"),
        "no-such-day": _exif("2024:02:31 25:61:61"),
        "words-for-a-day": _exif("'; DROP TABLE media; --"),
        "north-pole": _exif("2024:07:14 12:00:00", ((90, 1),) * 3),
        "at-the-pole": _exif("2024:07:14 12:00:00", ((90, 1), (0, 1), (0, 1))),
        "nowhere": _exif("2024:07:14 12:00:00", ((0, 0), (0, 0), (0, 0))),
        "far-out": _exif("2024:07:14 12:00:00", ((4_294_967_295, 1),) * 3),
        "null-island": _exif("2024:07:14 12:00:00", ((0, 1), (0, 1), (0, 1))),
    }


def _exif(when: str, where: tuple[tuple[int, int], ...] = ()) -> bytes:
    """A TIFF of three directories, each value behind them all; `where` serves for both ways."""
    turns = b"".join(struct.pack(">II", *part) for part in where)
    text = when.encode() + b"\0"
    first, camera, gps, values = 8, 8 + 30, 8 + 30 + 18, 8 + 30 + 18 + 54
    tags = struct.pack(">HHHII", 2, 0x8769, 4, 1, camera)
    tags += struct.pack(">HHII", 0x8825, 4, 1, gps if where else camera) + bytes(4)
    shot = struct.pack(">HHHII", 1, 0x9003, 2, len(text), values + len(turns)) + bytes(4)
    place = struct.pack(">HHHI4s", 4, 1, 2, 2, b"N") + struct.pack(">HHII", 2, 5, 3, values)
    place += struct.pack(">HHI4s", 3, 2, 2, b"E") + struct.pack(">HHII", 4, 5, 3, values)
    head = b"Exif\0\0MM\0*" + struct.pack(">I", first)
    return head + tags + shot + place + bytes(4) + turns + text


@cache
def _good() -> list[bytes]:
    kinds = [saved(drawing(), known) for known in Format]
    return [*kinds, jpeg_that_tells_all(6), picture("cat"), _moving(Format.WEBP)]
