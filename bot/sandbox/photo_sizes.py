"""What Telegram does to a photo: upright, no EXIF, four sizes of JPEG, and what it refuses."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageOps

from bot.sandbox.errors import bad

SIDES = (90, 320, 800, 1280)  # sizes s, m, x and y
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")  # no HEIC as a photo
SIDES_SUM = 10_000
RATIO = 20
QUALITY = 87


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """One size of a photo, in pixels."""

    data: bytes
    width: int
    height: int


def photo_sizes(data: bytes, limits: Sequence[int] = SIDES) -> list[PhotoFile]:
    """Smallest first, each within one of the limits (pixels of the longer side).

    Raises ApiError as the real server does. It is work for a thread.
    """
    width, height = picture_size(data)
    if width + height > SIDES_SUM or max(width, height) > RATIO * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    try:
        with _opened(data) as image:
            image.draft("RGB", (limits[-1], limits[-1]))
            upright = _flat(ImageOps.exif_transpose(image))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise bad("IMAGE_PROCESS_FAILED") from None
    longest = max(upright.size)
    sides = [side for side in limits if side < longest] + [min(longest, limits[-1])]
    return [_resized(upright, side) for side in dict.fromkeys(sides)]


def picture_size(data: bytes) -> tuple[int, int]:
    """Pixels as stored; raises ApiError for what is no picture."""
    try:
        with _opened(data) as image:
            return image.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise bad("IMAGE_PROCESS_FAILED") from None


def _opened(data: bytes) -> Image.Image:
    source = io.BytesIO(data)
    return Image.open(source, formats=FORMATS)  # noqa: TID251 it plays Telegram, not the bot


def _flat(image: Image.Image) -> Image.Image:
    """On white, without alpha or palette."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        page = Image.new("RGBA", image.size, "white")
        page.alpha_composite(image.convert("RGBA"))
        image = page
    return image.convert("RGB")


def _resized(image: Image.Image, side: int) -> PhotoFile:
    small = image.copy()
    small.thumbnail((side, side))
    encoded = io.BytesIO()
    options: dict[str, Any] = {"icc_profile": image.info.get("icc_profile")}
    small.save(encoded, "JPEG", quality=QUALITY, **options)
    return PhotoFile(encoded.getvalue(), small.width, small.height)
