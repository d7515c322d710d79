"""Where a film was taken, and what else it says beside picture and sound, written over with zeros.

Nothing moves: what goes becomes a `free` box as long as it was. Phones write a place into keys and
boxes of the header; action and car cameras, and drones, into tracks of their own.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.pixels.film_boxes import Box, boxes, keyed, parts_of, value_of

# Tracks that are seen or heard, or count the time; all others tell: places, faces, words.
SHOWN: Final = frozenset({b"vide", b"soun", b"auxv", b"pict", b"tmcd"})
PLACES: Final = frozenset({b"\xa9xyz", b"loci"})
PADDING: Final = frozenset({b"free", b"skip"})
XMP: Final = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
CAR: Final = b"gps "  # a list of where the places lie among the pictures

Numbers = NDArray[np.int64]
Spans = Sequence[tuple[int, int]]  # from byte to byte of the whole film


def without_place(data: bytes) -> bytes:
    """The same film, as long, with nothing where it told of more than picture and sound."""
    film = bytearray(data)
    whole = memoryview(film)
    for box in boxes(whole):
        if box.kind == b"moov":
            _clean(whole, box.inside)
        elif box.kind in PADDING:
            _empty(box)
        else:
            _clean_told(box)
    return bytes(film)


def _clean(film: memoryview, moov: memoryview) -> None:
    for box in boxes(moov):
        if box.kind == b"trak":
            _clean_track(film, box)
        elif box.kind == CAR:
            _wipe(film, _listed(box.inside))
            _empty(box)
        else:
            _clean_told(box)


def _clean_track(film: memoryview, track: Box) -> None:
    parts = parts_of(track.inside)
    media = parts_of(parts.get(b"mdia", memoryview(b"")))
    kind = bytes(media.get(b"hdlr", memoryview(b""))[8:12])
    if not kind or kind in SHOWN:
        for box in boxes(track.inside):
            _clean_told(box)
        return
    table = parts_of(parts_of(media.get(b"minf", memoryview(b""))).get(b"stbl", memoryview(b"")))
    _wipe(film, _samples(table, len(film)))
    _empty(track)


def _clean_told(box: Box) -> None:
    """What cameras write of themselves and of where they are; keys without a place stay."""
    if box.kind == b"udta":
        for one in boxes(box.inside):
            if one.kind == b"meta":
                _clean_keys(one.inside)
            else:
                _empty(one)
    elif box.kind == b"meta":
        _clean_keys(box.inside)
    elif box.kind in PLACES or (box.kind == b"uuid" and box.inside[: len(XMP)] == XMP):
        _empty(box)


def _clean_keys(meta: memoryview) -> None:
    for name, value in keyed(meta):
        if b"location" in name.lower():
            value[:] = b" " * len(value)
    for start in (0, 4):
        for kind, inside, label in boxes(meta[start:]):
            if kind == b"xml ":
                _empty(Box(kind, inside, label))
            for item in boxes(inside) if kind == b"ilst" else ():
                said = value_of(item.inside) if item.kind in PLACES else None
                if said is not None:
                    said[:] = b" " * len(said)


def _empty(box: Box) -> None:
    box.label[:] = b"free"
    box.inside[:] = bytes(len(box.inside))


def _wipe(film: memoryview, spans: Iterable[tuple[int, int]]) -> None:
    """Every byte once, however often spans name it."""
    done = 0
    for first, last in sorted(spans):
        begin, end = max(first, done), min(last, len(film))
        if end > begin:
            film[begin:end] = bytes(end - begin)
            done = end


def _listed(told: memoryview) -> Spans:
    """Places in the file with their lengths, behind a version and a count."""
    pairs = told[8 : len(told) - len(told) % 8]
    return [(first, first + length) for first, length in struct.iter_unpack(">II", pairs)]


def _samples(table: Mapping[bytes, memoryview], most: int) -> Spans:
    """Where a track's samples lie, chunk by chunk; none where its tables say nothing."""
    empty = memoryview(b"")
    starts = _numbers(table.get(b"stco", empty)[8:], ">u4")
    if not len(starts):
        starts = _numbers(table.get(b"co64", empty)[8:], ">u8")
    runs = _numbers(table.get(b"stsc", empty)[8:], ">u4")
    runs = runs[: len(runs) // 3 * 3].reshape(-1, 3)
    if not len(starts) or not len(runs):
        return []
    run = np.searchsorted(runs[:, 0], np.arange(1, len(starts) + 1), side="right") - 1
    held = np.minimum(runs[np.maximum(run, 0), 1], most)  # samples of each chunk
    lengths = np.minimum(_lengths(table.get(b"stsz", empty), held, most), most)
    starts = np.minimum(starts, most)
    return list(zip(starts.tolist(), (starts + lengths).tolist(), strict=True))


def _lengths(sizes: memoryview, held: Numbers, most: int) -> Numbers:
    """Bytes of each chunk: all its samples as long as each other, or each as a list says."""
    one = int.from_bytes(sizes[4:8])
    if one:
        return held * min(one, most)
    listed = np.minimum(_numbers(sizes[12:], ">u4"), most)
    total = np.concatenate([np.zeros(1, np.int64), np.cumsum(listed)])
    ends = np.cumsum(held)
    first, last = np.minimum(ends - held, len(listed)), np.minimum(ends, len(listed))
    found: Numbers = total[last] - total[first]
    return found


def _numbers(data: memoryview, kind: str) -> Numbers:
    width = np.dtype(kind).itemsize
    found = np.frombuffer(data[: len(data) // width * width], kind)
    small: Numbers = np.minimum(found, np.uint64(2**62)).astype(np.int64)
    return small
