"""The nine photographs, as files and turned, and the sights of them, each made once."""

import io
from functools import cache
from pathlib import Path

from PIL import Image

from bot.vision import look
from bot.vision.sight import Sight

FOLDER = Path(look.__file__).parents[1] / "sandbox" / "photos"
NAMES = tuple(sorted(photo.stem for photo in FOLDER.glob("*.jpg")))
PEOPLE = {"admiral", "astronaut"}


def photo(name: str) -> bytes:
    return (FOLDER / f"{name}.jpg").read_bytes()


def turned(name: str, orientation: int) -> bytes:
    """Stored on its side or head, with the orientation that sets it upright again."""
    back = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90,
            8: Image.Transpose.ROTATE_270}[orientation]  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    pixels(name).transpose(back).save(out, "JPEG", quality=92, exif=exif)
    return out.getvalue()


def on_its_side(name: str, degrees: int) -> bytes:
    """Really lying so: nothing says how to set it upright."""
    out = io.BytesIO()
    pixels(name).rotate(degrees, expand=True).save(out, "JPEG", quality=92)
    return out.getvalue()


def pixels(name: str) -> Image.Image:
    with Image.open(io.BytesIO(photo(name))) as image:  # noqa: TID251 - our own photographs
        return image.convert("RGB")


@cache
def sight(name: str, *, faces: bool = True) -> Sight:
    return look.look_at(photo(name), faces=faces)
