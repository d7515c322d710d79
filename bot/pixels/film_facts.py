"""What a film's container says: when, where, which way up; its boxes read by hand, never trusted.

Layout: ISO/IEC 14496-12; Apple's keys of QuickTime; Android's place of 3GPP. Anything odd is not
known.
"""

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.pixels.film_boxes import boxes, keyed
from bot.pixels.geometry import Size

INSIDE: Final = frozenset({b"moov", b"trak", b"udta"})
DEEPEST: Final = 3
MOST_BOXES: Final = 2_000
LONGEST: Final = 128  # bytes of a header, a date or a place; the rest is none of ours
SINCE_1904: Final = datetime(1904, 1, 1, tzinfo=UTC)
FIRST_YEAR, LAST_YEAR = 1980, 2099  # films that a container can date; beyond: unset clocks
UNSET_DAYS: Final = frozenset({(1970, 1, 1), (1980, 1, 1)})
FIXED_POINT: Final = 65_536
LONGEST_SIDE: Final = 16_384  # pixels

APPLE_DATE: Final = b"com.apple.quicktime.creationdate"
PLACES: Final = (b"com.apple.quicktime.location.ISO6709", b"location")
ANDROID_PLACE: Final = b"\xa9xyz"
LOCI: Final = b"loci"  # 3GPP’s own
PLACE_BOXES: Final = frozenset({ANDROID_PLACE, LOCI})
LOCAL: Final = re.compile(
    rb"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:([+-])(\d\d):?(\d\d)|(Z))"
)
ISO_6709: Final = re.compile(rb"([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)(?:[+-]|/|$)")


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """size: upright. filmed_local: the camera's wall time, naive; filmed_at: in UTC, where no
    camera said the hour of the place; both coordinates, in degrees, or none.
    """

    size: Size | None = None
    duration: timedelta | None = None
    filmed_local: datetime | None = None
    filmed_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None


NO_FACTS: Final = FilmFacts()


def film_facts(data: bytes) -> FilmFacts:
    """Each fact on its own: a broken place does not lose the date. Never raises."""
    found: dict[bytes, memoryview] = {}
    for kind, box in _boxes(memoryview(data)):
        if kind == b"tkhd":
            found |= {kind: box} if kind not in found and _sides(box) else {}
        elif kind == b"meta":
            found = {**dict(keyed(box)), **found}
        else:
            found.setdefault(kind, box)
    known = {name: bytes(value[:LONGEST]) for name, value in found.items()}
    local, said = _said(known.get(APPLE_DATE, b""))
    latitude, longitude = _place(known)
    head = known.get(b"mvhd", b"")
    return FilmFacts(
        size=_sides(known.get(b"tkhd", b"")),
        duration=_duration(head),
        filmed_local=local,
        filmed_at=None if local else said or _created(head),
        latitude=latitude,
        longitude=longitude,
    )


def _boxes(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """Headers, keys and places, wherever they lie; frames are stepped over."""
    waiting, seen = [(data, 0)], 0
    while waiting:
        inside, depth = waiting.pop()
        for kind, box, _ in boxes(inside):
            seen += 1
            if seen > MOST_BOXES:
                return
            if kind in INSIDE and depth < DEEPEST:
                waiting.append((box, depth + 1))
            elif kind in {b"mvhd", b"tkhd", b"meta", *PLACE_BOXES}:
                yield kind, box


def _created(head: bytes) -> datetime | None:
    """Seconds since 1904; version 1 of the box has wider times."""
    shape = ">Q" if head[:1] == b"\x01" else ">I"
    try:
        (seconds,) = struct.unpack_from(shape, head, 4)
        moment = SINCE_1904 + timedelta(seconds=seconds)
    except (struct.error, OverflowError):
        return None
    return moment if _is_possible(moment) else None


def _said(raw: bytes) -> tuple[datetime | None, datetime | None]:
    """The camera's own clock, naive; or UTC where it says no more."""
    match = LOCAL.match(raw)
    try:
        moment = datetime.fromisoformat(match[1].decode()) if match else None
    except ValueError:
        return None, None
    if match is None or moment is None or not _is_possible(moment):
        return None, None
    if match[5]:
        return None, moment.replace(tzinfo=UTC)
    return moment, None


def _is_possible(moment: datetime) -> bool:
    is_set = (moment.year, moment.month, moment.day) not in UNSET_DAYS
    return FIRST_YEAR <= moment.year <= LAST_YEAR and is_set


def _duration(head: bytes) -> timedelta | None:
    shape, start = (">IQ", 20) if head[:1] == b"\x01" else (">II", 12)
    try:
        scale, length = struct.unpack_from(shape, head, start)
        return timedelta(seconds=length / scale)
    except (struct.error, ArithmeticError):
        return None


def _sides(box: bytes | memoryview) -> Size | None:
    """A track's width and height, turned where its matrix turns them; sound has none."""
    try:
        width, height = (side // FIXED_POINT for side in struct.unpack(">II", box[-8:]))
        across, turned = struct.unpack(">ii", box[-44:-36])
    except struct.error:
        return None
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE):
        return None
    return Size(height, width) if turned and not across else Size(width, height)


def _place(found: Mapping[bytes, bytes]) -> tuple[float | None, float | None]:
    """Apple's key, ffmpeg's, or Android's box behind its length and its language."""
    raw = [found[name] for name in PLACES if name in found]
    raw += [found[ANDROID_PLACE][4:]] if ANDROID_PLACE in found else []
    for text in raw:
        match = ISO_6709.match(text[:LONGEST])
        if match is None:
            continue
        latitude, longitude = float(match[1]), float(match[2])
        if latitude and longitude and abs(latitude) <= 90 and abs(longitude) <= 180:  # noqa: PLR2004
            return latitude, longitude  # exactly 0 is what a phone without a fix writes
    return None, None
