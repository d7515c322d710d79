"""Photos for the collage bench: the sandbox's own, grown to 12 megapixels by code."""

import io
from collections.abc import Iterator
from importlib.resources import files
from math import sqrt
from pathlib import Path

import numpy as np
import typer
from PIL import Image, ImageEnhance, ImageOps

from bot.pixels.header import picture

PIXELS = 12_000_000
GRAIN = 5.0  # levels of noise: without it JPEG makes toys of grown photos
QUALITY = 90
EXIF_ORIENTATION = 274
STORED = {
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}
TURNS = (1, 6, 1, 1, 3, 1, 8, 1, 1)  # as a telephone held every which way
TWIN = "twin"
FEWEST, MOST = 2, 24
ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".heic")


def corpus(count: int) -> dict[str, bytes]:
    """`count` photos that differ, from nine: the same, then cropped, mirrored and relit."""
    dice = np.random.default_rng(7)
    return {
        key: _grown(found, dice, TURNS[place % len(TURNS)])
        for place, (key, found) in enumerate(_samples(count, dice))
    }


def samples(count: int) -> dict[str, bytes]:
    """As many, as small as they are, as JPEGs that stand upright."""
    found = _samples(count, np.random.default_rng(7))
    return {key: _written(one, Image.Exif()) for key, one in found}


def _samples(count: int, dice: np.random.Generator) -> Iterator[tuple[str, Image.Image]]:
    folder = files("bot.sandbox") / "photos"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".jpg"))
    originals = [picture((folder / name).read_bytes()).convert("RGB") for name in names]
    for place in range(count):
        found = originals[place % len(names)]
        key = f"{place:02d}-{names[place % len(names)]}"
        yield key, _varied(found, dice) if place >= len(names) else found


def folder_of(photos: Path) -> dict[str, bytes]:
    """The first photos of a folder, in the order of their names, as many as a page takes.

    Raises typer.BadParameter where there are not two.
    """
    found = sorted(one for one in photos.iterdir() if one.suffix.lower() in ENDINGS)
    if len(found) < FEWEST:
        raise typer.BadParameter(f"a collage takes two photos, and {photos} holds {len(found)}")
    return {one.name: one.read_bytes() for one in found[:MOST]}


def near_twin(data: bytes) -> bytes:
    """The same photo a little brighter, as a second press of the button gives."""
    relit = ImageEnhance.Brightness(picture(data).convert("RGB")).enhance(1.06)
    return _grown(relit, np.random.default_rng(8), 1)


def _varied(found: Image.Image, dice: np.random.Generator) -> Image.Image:
    width, height = (
        round(side * share)
        for side, share in zip(found.size, dice.uniform(0.65, 0.95, 2), strict=True)
    )
    left = int(dice.integers(0, found.width - width + 1))
    top = int(dice.integers(0, (found.height - height) // 2 + 1))
    part = ImageOps.mirror(found.crop((left, top, left + width, top + height)))
    return ImageEnhance.Brightness(part).enhance(float(dice.uniform(0.85, 1.15)))


def _grown(found: Image.Image, dice: np.random.Generator, turn: int) -> bytes:
    scale = sqrt(PIXELS / (found.width * found.height))
    large = found.resize(
        (round(found.width * scale), round(found.height * scale)), Image.Resampling.BICUBIC
    )
    stored = large.transpose(STORED[turn]) if turn in STORED else large
    pixels = np.asarray(stored).astype(np.float32)
    pixels += GRAIN * dice.standard_normal((*pixels.shape[:2], 1), np.float32)
    exif = Image.Exif()
    exif[EXIF_ORIENTATION] = turn
    return _written(Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)), exif)


def _written(photo: Image.Image, exif: Image.Exif) -> bytes:
    written = io.BytesIO()
    photo.save(written, "JPEG", quality=QUALITY, exif=exif)
    return written.getvalue()
