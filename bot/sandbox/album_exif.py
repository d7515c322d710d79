"""Date, place and orientation, written the way a camera writes them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PIL import ExifTags, Image

MAKER = "Pepite sample album"  # EXIF text is ASCII


@dataclass(frozen=True, slots=True)
class Shot:
    """What a camera notes beside the pixels.

    when: local time without a zone, as EXIF has it; offset says how far from UTC.
    """

    when: datetime
    offset: timedelta
    latitude: float
    longitude: float
    orientation: int = 1


def exif_of(shot: Shot) -> bytes:
    """The EXIF block of one picture."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = MAKER
    exif[ExifTags.Base.Orientation] = shot.orientation
    exif[ExifTags.Base.DateTime] = _stamp(shot.when)
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = _stamp(shot.when)
    details[ExifTags.Base.OffsetTimeOriginal] = _offset(shot.offset)
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(_gps(shot))
    return exif.tobytes()


def _offset(offset: timedelta) -> str:
    """Hours and minutes from UTC: +02:00."""
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _stamp(when: datetime) -> str:
    return f"{when:%Y:%m:%d %H:%M:%S}"


def _gps(shot: Shot) -> dict[int, str | tuple[float, float, float]]:
    return {
        ExifTags.GPS.GPSLatitudeRef: "N" if shot.latitude >= 0 else "S",
        ExifTags.GPS.GPSLatitude: _degrees(shot.latitude),
        ExifTags.GPS.GPSLongitudeRef: "E" if shot.longitude >= 0 else "W",
        ExifTags.GPS.GPSLongitude: _degrees(shot.longitude),
    }


def _degrees(decimal: float) -> tuple[float, float, float]:
    minutes, seconds = divmod(round(abs(decimal) * 3600, 2), 60)
    degrees, minutes = divmod(minutes, 60)
    return degrees, minutes, round(seconds, 2)
