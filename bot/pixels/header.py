"""What a file is, from its first bytes: format, stored size, orientation, colour profile."""

import io
import warnings
from dataclasses import dataclass
from enum import StrEnum

import pillow_heif
from PIL import Image

from bot.pixels.exif import read_orientation
from bot.pixels.geometry import Size
from bot.pixels.refusals import (
    MAX_PIXELS,
    MAX_SIDE,
    MAX_WEBP_PIXELS,
    PictureEmpty,
    PictureUnsupported,
    refusing,
    too_large,
)

pillow_heif.register_heif_opener()
warnings.filterwarnings("ignore", module=r"PIL\.")  # a stranger's odd file is no news to operators
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


class Format(StrEnum):
    """The allow-list."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    GIF = "GIF"
    HEIF = "HEIF"


SIGNATURES = {
    Format.JPEG: (b"\xff\xd8\xff",),
    Format.PNG: (b"\x89PNG\r\n\x1a\n",),
    Format.GIF: (b"GIF87a", b"GIF89a"),
}
HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


@dataclass(frozen=True, slots=True)
class Probe:
    """The header of a picture; `size` is as stored, `exif` the raw block or nothing."""

    format: Format
    size: Size
    orientation: int
    icc: bytes | None
    exif: bytes


def format_of(data: bytes) -> Format:
    """By content alone. Raises PictureEmpty and PictureUnsupported."""
    if not data:
        raise PictureEmpty
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Format.WEBP
    if data[4:8] == b"ftyp" and data[8:12] in HEIF_BRANDS:
        return Format.HEIF
    for known, signatures in SIGNATURES.items():
        if data.startswith(signatures):
            return known
    raise PictureUnsupported


def picture(data: bytes) -> Image.Image:
    """The undecoded picture, its size checked; its first frame where it moves.

    The only place that opens a stranger's bytes: what is done with the result belongs inside
    `refusing()`. Raises the refusals of this package.
    """
    known = format_of(data)
    with refusing():
        found = _open(data, known)
    most = MAX_WEBP_PIXELS if known is Format.WEBP else MAX_PIXELS
    if max(found.size) > MAX_SIDE or found.width * found.height > most:
        raise too_large(most)
    return found


def _open(data: bytes, known: Format) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data), formats=[known])  # noqa: TID251 - this is the door
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise too_large() from bomb


def probe(data: bytes) -> Probe:
    """Read the header; decodes nothing. Raises the refusals of this package."""
    found = picture(data)
    with refusing():
        return describe(found, format_of(data))


def describe(found: Image.Image, known: Format) -> Probe:
    exif = found.info.get("exif") or b""
    upright_already = known is Format.HEIF  # libheif applies the turn that the file asks for
    return Probe(
        format=known,
        size=Size(*found.size),
        orientation=1 if upright_already else read_orientation(exif),
        icc=found.info.get("icc_profile") or None,
        exif=exif,
    )
