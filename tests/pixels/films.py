"""Small films and containers for tests, made by hand."""

import struct
from datetime import datetime
from functools import cache
from io import BytesIO

import av
import numpy as np
from PIL import Image

from bot.sandbox.album import LYON, Taken
from bot.sandbox.album_film import film
from bot.sandbox.album_light import Light, photo

SIDE = 96
AFTERNOON = datetime(2024, 10, 12, 15, 30)  # noqa: DTZ001 - a camera's wall time


@cache
def clip() -> bytes:
    """Three seconds as a phone with Android films them."""
    made = film(photo("dahlia", Light(), size=(320, 240)), Taken(1, AFTERNOON, LYON).shot())
    assert made is not None, "the extra `video` belongs to the development install"
    return made


def box(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">I4s", len(inside) + 8, kind) + inside


def header(seconds: int, *, wide: bool = False) -> bytes:
    """What a movie's head holds: its creation, in seconds since 1904, and a length of 3 s."""
    if wide:
        return b"\1\0\0\0" + struct.pack(">QQIQ", seconds, 0, 1000, 3000)
    return b"\0\0\0\0" + struct.pack(">IIII", seconds, 0, 1000, 3000)


def track(width: int, height: int, across: int, turned: int) -> bytes:
    one = 65_536
    matrix = struct.pack(
        ">9i", across * one, turned * one, 0, -turned * one, across * one, 0, 0, 0, 1 << 30
    )
    sides = struct.pack(">II", width * one, height * one)
    return box(b"trak", box(b"tkhd", b"\0" * 40 + matrix + sides))


def apple(created: str, place: str) -> bytes:
    """An empty film with the keys that an iPhone writes."""
    names = (b"com.apple.quicktime.creationdate", b"com.apple.quicktime.location.ISO6709")
    keys = struct.pack(">II", 0, len(names)) + b"".join(box(b"mdta", name) for name in names)
    values = (created.encode(), place.encode())
    listed = b"".join(
        box(struct.pack(">I", number), box(b"data", struct.pack(">II", 1, 0) + value))
        for number, value in enumerate(values, start=1)
    )
    meta = box(b"meta", box(b"hdlr", b"\0" * 24) + box(b"keys", keys) + box(b"ilst", listed))
    return box(b"ftyp", b"qt  \0\0\0\0") + box(b"moov", box(b"mvhd", header(0)) + meta)


def with_told(film: bytes, handler: bytes, told: bytes, *, sizes: bool) -> bytes:
    """A film with one more track, of what a camera tells a second: two samples in two chunks."""
    moov = film.index(b"moov") - 4
    length = struct.unpack_from(">I", film, moov)[0]
    assert moov + length == len(film), "its header is its end"
    first = len(film) + 8
    one = struct.pack(">III", 0, 0, 2) + struct.pack(">II", len(told), len(told))
    same = struct.pack(">III", 0, len(told), 2)

    def full(kind: bytes, inside: bytes) -> bytes:
        return box(kind, bytes(4) + inside)

    def track_at(start: int) -> bytes:
        table = b"".join(
            [
                full(b"stsd", struct.pack(">I", 1) + box(b"gpmd", bytes(8))),
                full(b"stts", struct.pack(">III", 1, 2, 1000)),
                full(b"stsc", struct.pack(">IIII", 1, 1, 1, 1)),
                box(b"stsz", one if sizes else same),
                full(b"stco", struct.pack(">III", 2, start, start + len(told))),
            ]
        )
        media = [
            full(b"mdhd", struct.pack(">IIIII", 0, 0, 1000, 2000, 0)),
            full(b"hdlr", bytes(4) + handler + bytes(13)),
            box(b"minf", full(b"nmhd", b"") + box(b"stbl", table)),
        ]
        head = full(b"tkhd", struct.pack(">IIIII", 0, 0, 9, 0, 2000) + bytes(60))
        return box(b"trak", head + box(b"mdia", b"".join(media)))

    track = track_at(first + len(track_at(0)))
    header = struct.pack(">I", length + len(track)) + film[moov + 4 :] + track
    return film[:moov] + header + box(b"mdat", told * 2)


@cache
def colours() -> bytes:
    """Twelve seconds of red, green, blue and red again, with some grain to be sharp."""
    out, grain = BytesIO(), np.random.default_rng(7)
    with av.open(out, "w", format="mp4") as film:
        stream = film.add_stream("libx264", rate=12)
        stream.width = stream.height = SIDE
        stream.pix_fmt = "yuv420p"
        stream.options = {"g": "12", "preset": "ultrafast", "threads": "1"}
        for number in range(144):
            pixels = grain.integers(0, 60, (SIDE, SIDE, 3), dtype=np.uint8)
            pixels[..., number // 36 % 3] += 180
            film.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        film.mux(stream.encode())
    return out.getvalue()


def moving_gif(frames: int, known: str = "GIF") -> bytes:
    grain = np.random.default_rng(7)
    pictures = [
        Image.fromarray(grain.integers(0, 255, (60, 80, 3), dtype=np.uint8)) for _ in range(frames)
    ]
    out = BytesIO()
    pictures[0].save(out, known, save_all=frames > 1, append_images=pictures[1:], duration=100)
    return out.getvalue()
