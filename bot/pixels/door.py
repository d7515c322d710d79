"""Let a stranger's picture in: every check, the camera's facts, a copy to work with."""

from dataclasses import dataclass

from bot.pixels.decode import decode_scaled
from bot.pixels.encode import working_copy
from bot.pixels.exif import ExifFacts, read_facts
from bot.pixels.geometry import Size
from bot.pixels.header import Format, probe
from bot.pixels.orientation import upright_size

GLANCE = Size(64, 64)  # enough to walk through all the data and find it cut


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture that can be decoded to its end.

    size: upright. working: an upright sRGB JPEG for formats that are slow to open, else None.
    """

    format: Format
    size: Size
    orientation: int
    exif: ExifFacts
    working: bytes | None


def open_safely(data: bytes) -> Opened:
    """Check a picture to its last byte. Raises the refusals of this package, nothing else."""
    found = probe(data)
    if found.format is Format.HEIF:
        working = working_copy(data)
    else:
        decode_scaled(data, GLANCE)
        working = None
    return Opened(
        format=found.format,
        size=upright_size(found.size, found.orientation),
        orientation=found.orientation,
        exif=read_facts(found.exif),
        working=working,
    )
