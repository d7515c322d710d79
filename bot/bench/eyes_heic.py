"""HEICs as telephones write them: the sandbox's photos, grown smoothly, as large as Apple's."""

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from math import sqrt
from typing import Final

import numpy as np
import pillow_heif
from PIL import Image

from bot.bench.collage_corpus import PIXELS
from bot.pixels.header import picture

NAMES: Final = ("motorcycle", "palace", "cat")
# A telephone takes most grain away: with this much at this quality a file has the 1.3 MB that
# Apple gives for one of 12 megapixels. Of white noise libheif decodes 3 MB, for twice as long.
GRAIN, QUALITY = 1.6, 60
FAST: Final = {"preset": "ultrafast"}  # x265 then takes a tenth of the time


def heics(count: int) -> dict[str, bytes]:
    """At most three, by name."""
    return dict(_drawn(count))


def _drawn(count: int) -> Iterator[tuple[str, bytes]]:
    folder, dice = files("bot.sandbox") / "photos", np.random.default_rng(9)
    for name in NAMES[:count]:
        photo = picture((folder / f"{name}.jpg").read_bytes()).convert("RGB")
        scale = sqrt(PIXELS / (photo.width * photo.height))
        size = (round(photo.width * scale), round(photo.height * scale))
        pixels = np.asarray(photo.resize(size, Image.Resampling.BICUBIC), np.float32)
        pixels = pixels + GRAIN * dice.standard_normal((*pixels.shape[:2], 1), np.float32)
        out = BytesIO()
        heif = pillow_heif.from_pillow(Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)))
        heif.save(out, format="HEIF", quality=QUALITY, enc_params=FAST)
        yield name, out.getvalue()
