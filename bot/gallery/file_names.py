"""What the name of a file says: the day it was made, received or saved, or that it is a scan."""

import re
import unicodedata
from datetime import UTC, date, datetime, time
from typing import Final

from bot.gallery.date_forms import real_day
from bot.gallery.facts import Source, TakenAt

DAY: Final = r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sign>[-_.]?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)"
CLOCK: Final = (
    r"(?:[-_ .T]| at | à )*(?P<hour>\d\d?)[-_.:h]?(?P<minute>\d\d)[-_.:m]?(?P<second>\d\d)"
    r"(?:\s?(?P<half>[AP])M\b)?"
)
DATED: Final = re.compile(rf"{DAY}(?:{CLOCK}|(?!\d))")
EXPORTED: Final = re.compile(r"@(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>(?:19|20)\d\d)(?!\d)")
MILLISECONDS: Final = re.compile(r"(?<!\d)(?P<milliseconds>1\d{12})(?!\d)")  # from 2001 to 2033
RECEIVED: Final = re.compile(
    r"-WA\d+|whatsapp|^signal-|^(?:photo|video|file)_\d|^telegram|^FB_IMG_|^received_",
    re.IGNORECASE,
)
IN_UTC: Final = "PXL_"  # Pixel phones do not write the local hour
SCAN: Final = re.compile(
    r"(?:^|[^a-z])(?:scan(?:s|ne|nes|ned|nee|nees|ner)?|numeris(?:ation|ations|e|es|ee|ees)"
    r"|camscanner|photoscan|office lens|microsoft lens|digitized|digitised|ccf\d{8}|epson\d{3})"
    r"(?=$|[^a-z])"
)


def from_file_name(name: str, *, today: date) -> TakenAt | None:
    """The day that cameras and phones write into a name, such as IMG_20190812_143000.

    What a messenger or an application wrote is the day it was received or saved: a guess.
    """
    plain = unicodedata.normalize("NFC", name)
    taken = None if is_scan_name(plain) else _dated(plain) or _exported(plain) or _counted(plain)
    return taken if taken and taken.first <= today else None


def is_scan_name(name: str) -> bool:
    """Whether a scanner or a scanning application gave this name."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return bool(SCAN.search("".join(c for c in decomposed if not unicodedata.combining(c))))


def _dated(name: str) -> TakenAt | None:
    found = DATED.search(name)
    first = found and real_day(int(found["year"]), int(found["month"]), int(found["day"]))
    if not found or not first:
        return None
    is_guess = bool(RECEIVED.search(name))
    hour = None if is_guess or name.startswith(IN_UTC) else _clock(found)
    return TakenAt(first, source=Source.FILE_NAME, time=hour, is_guess=is_guess)


def _clock(found: re.Match[str]) -> time | None:
    """The hour of a match; None for one that no clock shows."""
    if found["hour"] is None:
        return None
    hour, half = int(found["hour"]), found["half"]
    if half:
        hour = hour % 12 + 12 * (half.upper() == "P")
    try:
        return time(hour, int(found["minute"]), int(found["second"]))
    except ValueError:
        return None


def _exported(name: str) -> TakenAt | None:
    """Day first, as Telegram's own export names what was sent."""
    found = EXPORTED.search(name)
    first = found and real_day(int(found["year"]), int(found["month"]), int(found["day"]))
    return TakenAt(first, source=Source.FILE_NAME, is_guess=True) if first else None


def _counted(name: str) -> TakenAt | None:
    """Milliseconds since 1970, as applications name what they save; of no zone."""
    found = MILLISECONDS.search(name)
    if not found:
        return None
    first = datetime.fromtimestamp(int(found["milliseconds"]) / 1000, UTC).date()
    return TakenAt(first, source=Source.FILE_NAME, is_guess=True)
