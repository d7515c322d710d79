"""What a camera wrote down: when, where and which way up; read by hand, never trusted.

Layout: TIFF 6.0 directories, tags of EXIF 2.32. Anything odd is simply not known.
"""

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

ORIENTATION, EXIF_DIRECTORY, GPS_DIRECTORY = 0x0112, 0x8769, 0x8825
MAKE, MODEL, SOFTWARE = 0x010F, 0x0110, 0x0131
# Pressed, made digital, last changed: each moment with its offset, the best first.
DATE_TIME_ORIGINAL, OFFSET_TIME_ORIGINAL = 0x9003, 0x9011
DATE_TIME_DIGITIZED, OFFSET_TIME_DIGITIZED = 0x9004, 0x9012
DATE_TIME, OFFSET_TIME = 0x0132, 0x9010
GPS_NORTH, GPS_LATITUDE, GPS_EAST, GPS_LONGITUDE = 1, 2, 3, 4

LONGEST = 64  # bytes; a date has 20, a latitude 24: longer values are none of ours
KIND_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1}  # byte, text, short, long, rational, undefined
FIRST_YEAR, LAST_YEAR = 1839, 2099  # the daguerreotype; beyond: zeroed, 1601 and 2107 clocks
UNSET_CLOCKS = {datetime(1970, 1, 1), datetime(1980, 1, 1)}  # noqa: DTZ001 - a camera's wall time
FARTHEST_OFFSET = timedelta(hours=14)

_MOMENT = re.compile(rb"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(rb"([+-])(\d\d):(\d\d)")


@dataclass(frozen=True, slots=True)
class ExifFacts:
    """taken_local: the camera's wall time, naive; offset: from UTC; both coordinates or none.

    is_original: whether that is when it was pressed, not when it was made digital or changed.
    make, model, software: the machine's own words, 64 bytes at most, empty where it says none.
    """

    taken_local: datetime | None = None
    offset: timedelta | None = None
    latitude: float | None = None
    longitude: float | None = None
    is_original: bool = True
    make: str = ""
    model: str = ""
    software: str = ""


NO_FACTS = ExifFacts()


@dataclass(frozen=True, slots=True)
class _Tiff:
    data: bytes
    order: str

    def number(self, kind: str, at: int) -> int:
        return int(struct.unpack_from(self.order + kind, self.data, at)[0])

    def directory(self, at: int) -> Mapping[int, bytes]:
        """Tag → its raw value; one that is too long or points outside the data is left out."""
        found = {}
        for entry in range(at + 2, at + 2 + 12 * self.number("H", at), 12):
            tag, kind, count = struct.unpack_from(self.order + "HHI", self.data, entry)
            length = KIND_BYTES.get(kind, 0) * count
            start = entry + 8 if length <= 4 else self.number("I", entry + 8)  # noqa: PLR2004
            if 0 < length <= LONGEST and start + length <= len(self.data):
                found[tag] = self.data[start : start + length]
        return found

    def inner(self, parent: Mapping[int, bytes], tag: int) -> Mapping[int, bytes]:
        where = parent.get(tag, b"")
        return self.directory(struct.unpack(self.order + "I", where)[0]) if where else {}

    def degrees(self, raw: bytes) -> float | None:
        """Three rationals: degrees, minutes, seconds."""
        parts: tuple[int, ...] = struct.unpack(self.order + "6I", raw)
        if 0 in parts[1::2]:
            return None
        degrees, minutes, seconds = (parts[i] / parts[i + 1] for i in (0, 2, 4))
        return degrees + minutes / 60 + seconds / 3600


def _open(exif: bytes) -> _Tiff:
    data = exif.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}[data[:4]]
    return _Tiff(data, order)


def read_orientation(exif: bytes) -> int:
    """1 to 8; 1 where it is not known."""
    try:
        tiff = _open(exif)
        raw = tiff.directory(tiff.number("I", 4)).get(ORIENTATION, b"")
        number = int(struct.unpack(tiff.order + "H", raw)[0])
    except (struct.error, KeyError):
        return 1
    return number if number in range(1, 9) else 1


def read_facts(exif: bytes) -> ExifFacts:
    """Each fact on its own: a broken place does not lose the date."""
    try:
        tiff = _open(exif)
        first = tiff.directory(tiff.number("I", 4))
    except (struct.error, KeyError):
        return NO_FACTS
    latitude, longitude = _where(tiff, first)
    return replace(
        _when(tiff, first),
        latitude=latitude,
        longitude=longitude,
        make=_words(first.get(MAKE, b"")),
        model=_words(first.get(MODEL, b"")),
        software=_words(first.get(SOFTWARE, b"")),
    )


def _when(tiff: _Tiff, first: Mapping[int, bytes]) -> ExifFacts:
    """The first moment that a clock can have shown."""
    try:
        camera = tiff.inner(first, EXIF_DIRECTORY)
    except struct.error:
        camera = {}
    for place, tag, offset_tag in (
        (camera, DATE_TIME_ORIGINAL, OFFSET_TIME_ORIGINAL),
        (camera, DATE_TIME_DIGITIZED, OFFSET_TIME_DIGITIZED),
        (first, DATE_TIME, OFFSET_TIME),
    ):
        if taken := _moment(place.get(tag, b"")):
            offset = _offset(camera.get(offset_tag, b""))
            return ExifFacts(taken, offset, is_original=tag == DATE_TIME_ORIGINAL)
    return NO_FACTS


def _words(raw: bytes) -> str:
    """A machine's name, as far as it is text."""
    return raw.partition(b"\0")[0].decode("utf-8", "ignore").strip()


def _moment(raw: bytes) -> datetime | None:
    match = _MOMENT.match(raw)
    if not match or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    try:
        moment = datetime.strptime(match[0].decode(), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - wall time
    except ValueError:
        return None
    return None if moment in UNSET_CLOCKS else moment


def _offset(raw: bytes) -> timedelta | None:
    match = _OFFSET.match(raw)
    if not match:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    if offset > FARTHEST_OFFSET:
        return None
    return -offset if match[1] == b"-" else offset


def _where(tiff: _Tiff, first: Mapping[int, bytes]) -> tuple[float | None, float | None]:
    try:
        gps = tiff.inner(first, GPS_DIRECTORY)
        north = {b"N": 1, b"S": -1}[gps[GPS_NORTH][:1].upper()]
        east = {b"E": 1, b"W": -1}[gps[GPS_EAST][:1].upper()]
        latitude, longitude = tiff.degrees(gps[GPS_LATITUDE]), tiff.degrees(gps[GPS_LONGITUDE])
    except (struct.error, KeyError):
        return None, None
    if not latitude or not longitude or latitude > 90 or longitude > 180:  # noqa: PLR2004
        return None, None  # exactly 0 is what a phone without a fix writes
    return latitude * north, longitude * east


def orientation_alone(orientation: int) -> bytes:
    """The smallest EXIF block that says which way up, without the `Exif` prefix."""
    return b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, ORIENTATION, 3, 1, orientation, 0, 0)
