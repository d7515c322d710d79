"""Let a stranger's picture in: every check, the camera's facts, a clean copy to keep."""

from dataclasses import dataclass

from bot.pixels.decode import as_rgb
from bot.pixels.encode import jpeg_of
from bot.pixels.exif import ExifFacts, read_facts
from bot.pixels.geometry import Size
from bot.pixels.glance import Glance, glance_at, glance_of
from bot.pixels.header import Format, Probe, format_of, picture, probe
from bot.pixels.orientation import upright_size
from bot.pixels.refusals import refusing
from bot.pixels.strip import strip
from bot.pixels.strip_webp import without_cut_end


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture that can be decoded to its end.

    size: upright. clean: the same picture without metadata; a JPEG of a HEIF.
    glance: made by the one decoding that checks it all, for whoever looks next.
    """

    format: Format
    size: Size
    orientation: int
    exif: ExifFacts
    clean: bytes
    glance: Glance


def open_safely(data: bytes) -> Opened:
    """Check a picture to its last byte; an animation, as far as it is whole.

    Raises the refusals of this package, nothing else.
    """
    if format_of(data) is Format.WEBP:
        data = without_cut_end(data)
    found = probe(data)
    size = upright_size(found.size, found.orientation)
    if found.format is Format.HEIF:
        clean, glance = _converted(data, found)
    else:
        glance = glance_at(data, size)  # it walks through all the data and finds it cut
        clean = strip(data)
    return Opened(
        format=found.format,
        size=size,
        orientation=found.orientation,
        exif=read_facts(found.exif),
        clean=clean,
        glance=glance,
    )


def _converted(data: bytes, known: Probe) -> tuple[bytes, Glance]:
    """A HEIF is decoded once, for its JPEG and for the eyes."""
    found = picture(data)
    with refusing():
        rgb = as_rgb(found)
        return jpeg_of(rgb, known.icc), glance_of(rgb, known.icc)
