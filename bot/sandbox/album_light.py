"""Honest crops and light: the same small photo seen nearer, warmer, brighter, larger."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pillow_heif
from PIL import Image, ImageEnhance

PHOTOS = Path(__file__).parent / "photos"
IN_A_HURRY = {"preset": "ultrafast"}  # x265 then takes 0.3 s instead of 2
LONG_SIDE_PX = 1600  # what a phone sends when it saves data; the photos themselves are smaller


@dataclass(frozen=True, slots=True)
class Light:
    """How a crop is lit; 1 changes nothing, warmth goes from −1 (blue) to 1 (amber)."""

    brightness: float = 1.0
    contrast: float = 1.0
    colour: float = 1.0
    warmth: float = 0.0


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the photo that is shown, in shares of its sides."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0


WHOLE = Window()


def photo(
    name: str, light: Light, window: Window = WHOLE, size: tuple[int, int] | None = None
) -> Image.Image:
    """One of the photos that ship, cropped, enlarged and relit.

    size: exact pixels; without it the long side is LONG_SIDE_PX.
    """
    with Image.open(PHOTOS / f"{name}.jpg") as opened:  # noqa: TID251 - our own file, from our own folder
        whole = opened.convert("RGB")
    across, down = whole.size
    box = (window.left * across, window.top * down, window.right * across, window.bottom * down)
    target = size or _scaled(box[2] - box[0], box[3] - box[1])
    return _relit(whole, light).resize(target, Image.Resampling.LANCZOS, box=box)


def _scaled(width: float, height: float) -> tuple[int, int]:
    scale = LONG_SIDE_PX / max(width, height)
    return round(width * scale), round(height * scale)


def _relit(picture: Image.Image, light: Light) -> Image.Image:
    for enhance, amount in (
        (ImageEnhance.Brightness, light.brightness),
        (ImageEnhance.Contrast, light.contrast),
        (ImageEnhance.Color, light.colour),
    ):
        picture = picture if amount == 1.0 else enhance(picture).enhance(amount)
    return _warmed(picture, light.warmth) if light.warmth else picture


def _warmed(picture: Image.Image, warmth: float) -> Image.Image:
    """Red up and blue down by the same share."""
    red, green, blue = (
        [min(255, round(level * gain)) for level in range(256)]
        for gain in (1 + warmth, 1.0, 1 - warmth)
    )
    return picture.point([*red, *green, *blue])


def as_jpeg(picture: Image.Image, exif: bytes, *, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, exif=exif)
    return out.getvalue()


def as_heic(picture: Image.Image, exif: bytes) -> bytes:
    """The way an iPhone keeps its pictures."""
    heif = pillow_heif.from_pillow(picture)
    out = BytesIO()
    heif.save(out, format="HEIF", quality=70, exif=exif, enc_params=IN_A_HURRY)
    return out.getvalue()
