"""Photos that differ, small enough to be looked at in no time."""

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

PHOTOS = Path("bot/sandbox/photos")
SIDE = 480


def photos() -> Iterator[bytes]:
    """One after the other, never the same twice: other cuts of the sample photos."""
    sources = [Image.open(path).convert("RGB") for path in sorted(PHOTOS.glob("*.jpg"))]  # noqa: TID251  our own files
    for round_number in range(100):
        for source in sources:
            centre = (0.2 + 0.006 * round_number, 0.8 - 0.006 * round_number)
            cut = ImageOps.fit(source, (SIDE, SIDE * 3 // 4), centering=centre)
            turned = ImageOps.mirror(cut) if round_number % 2 else cut
            written = io.BytesIO()
            turned.save(written, "JPEG", quality=80)
            yield written.getvalue()
