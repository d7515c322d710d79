"""What detectors share: a picture fitted into a square, overlapping boxes thinned out."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.pixels.geometry import Box
from bot.pixels.orientation import Pixels

Floats: TypeAlias = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Letterbox:
    """A picture scaled into a black square; `left` and `top` are the bars, in its pixels."""

    square: Pixels
    width: int
    height: int
    left: int
    top: int

    def box(self, corners: Floats) -> Box:
        """left, top, right, bottom in the square's pixels → shares of the picture, clipped."""
        shares = (corners - [self.left, self.top] * 2) / ([self.width, self.height] * 2)
        left, top, right, bottom = (round(float(v), 4) for v in np.clip(shares, 0, 1))
        return Box(left, top, right, bottom)


def letterbox(pixels: Pixels, side: int, *, centred: bool) -> Letterbox:
    height, width = pixels.shape[:2]
    scale = side / max(width, height)
    width, height = max(1, round(width * scale)), max(1, round(height * scale))
    left, top = ((side - width) // 2, (side - height) // 2) if centred else (0, 0)
    small = Image.fromarray(pixels).resize((width, height), Image.Resampling.BILINEAR)
    square = np.zeros((side, side, 3), np.uint8)
    square[top : top + height, left : left + width] = np.asarray(small)
    return Letterbox(square, width, height, left, top)


def thin_out(boxes: Floats, scores: Floats, overlap: float) -> list[int]:
    """Indices of the boxes that stay, surest first: none shares more than `overlap` (IoU)."""
    kept: list[int] = []
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    for index in np.argsort(-scores, kind="stable"):
        inside = np.minimum(boxes[index, 2:], boxes[kept, 2:]) - np.maximum(
            boxes[index, :2], boxes[kept, :2]
        )
        common = np.prod(np.clip(inside, 0, None), axis=1)
        if not np.any(common > overlap * (areas[index] + areas[kept] - common)):
            kept.append(int(index))
    return kept
