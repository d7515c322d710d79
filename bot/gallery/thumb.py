"""One picture as large as its cell on a page of a gallery, cut where no face is."""

from math import ceil

import numpy as np
from PIL import Image, ImageFilter

from bot.gallery.page_ink import PANEL
from bot.gallery.window import WHOLE, middle, window
from bot.pixels.encode import BLUR_SHARE, encode_jpeg
from bot.pixels.geometry import Box, Size
from bot.pixels.header import probe
from bot.pixels.orientation import upright_size
from bot.pixels.small import small
from bot.vision.sight import Sight


def thumb(data: bytes, sight: Sight | None, cell: Size, is_blurred: bool = False) -> bytes:  # noqa: FBT001, FBT002 - the pool passes arguments by place
    """A picture as large as a cell: what matters of it, or all of it where a face would be cut.

    is_blurred: its colours show, and nothing else.
    Raises the refusals of bot.pixels.
    """
    known = probe(data)
    upright = upright_size(known.size, known.orientation)
    part = window(sight, cell.aspect) if sight else middle(upright.aspect, cell.aspect)
    shown = part or WHOLE
    scale = max(
        cell.width / shown.width / upright.width, cell.height / shown.height / upright.height
    )
    pixels = Image.fromarray(small(data, ceil(scale * max(upright.width, upright.height))))
    made = _fitted(pixels, cell) if part is None else _cropped(pixels, part, cell)
    if is_blurred:
        made = made.filter(ImageFilter.GaussianBlur(cell.width * BLUR_SHARE))
    return encode_jpeg(np.asarray(made), quality=92)


def _cropped(pixels: Image.Image, part: Box, cell: Size) -> Image.Image:
    sides = (part.left * pixels.width, part.top * pixels.height,
             part.right * pixels.width, part.bottom * pixels.height)  # fmt: skip
    return pixels.resize((cell.width, cell.height), Image.Resampling.LANCZOS, box=sides)


def _fitted(pixels: Image.Image, cell: Size) -> Image.Image:
    """All of it, on a panel."""
    scale = min(cell.width / pixels.width, cell.height / pixels.height)
    size = (max(1, round(pixels.width * scale)), max(1, round(pixels.height * scale)))
    made = Image.new("RGB", (cell.width, cell.height), PANEL)
    at = ((cell.width - size[0]) // 2, (cell.height - size[1]) // 2)
    made.paste(pixels.resize(size, Image.Resampling.LANCZOS), at)
    return made
