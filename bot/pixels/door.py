"""Let a stranger's picture in: every check, the camera's facts, a clean copy to keep."""

from dataclasses import dataclass

from bot.pixels.decode import decode_scaled
from bot.pixels.encode import clean
from bot.pixels.exif import ExifFacts, read_facts
from bot.pixels.geometry import Size
from bot.pixels.header import Format, probe
from bot.pixels.orientation import upright_size

GLANCE = Size(64, 64)  # enough to walk through all the data and find it cut


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture that can be decoded to its end.

    size: upright. clean: the same picture without metadata; a JPEG of a HEIF.
    """

    format: Format
    size: Size
    orientation: int
    exif: ExifFacts
    clean: bytes


def open_safely(data: bytes) -> Opened:
    """Check a picture to its last byte. Raises the refusals of this package, nothing else."""
    found = probe(data)
    if found.format is not Format.HEIF:  # converting a HEIF checks it as well
        decode_scaled(data, GLANCE)
    return Opened(
        format=found.format,
        size=upright_size(found.size, found.orientation),
        orientation=found.orientation,
        exif=read_facts(found.exif),
        clean=clean(data),
    )
