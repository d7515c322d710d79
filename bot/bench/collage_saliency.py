"""How much of what draws the eye stays on a page, by a map that is not ours."""

from collections.abc import Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.collage.plan import Cell, Plan
from bot.pixels.orientation import Pixels
from bot.pixels.small import small

SIDE_PIXELS = 480
Saliency = NDArray[np.float32]


def saliency_kept(plan: Plan, maps: Mapping[str, Saliency]) -> float:
    """The mean over the photos shown of the share of their saliency inside their cells."""
    return float(np.mean([_inside(cell, maps[cell.key]) for cell in plan.cells]))


def saliency_maps(sources: Mapping[str, bytes]) -> dict[str, Saliency]:
    """OpenCV's StaticSaliencyFineGrained (Montabone and Soto 2010) of the upright photos."""
    return {key: _map_of(small(data, SIDE_PIXELS)) for key, data in sources.items()}


def _map_of(pixels: Pixels) -> Saliency:
    finder = cv2.saliency.StaticSaliencyFineGrained.create()
    found, shares = finder.computeSaliency(np.ascontiguousarray(pixels[..., ::-1]))
    if not found:
        raise ValueError("no saliency was found")
    return np.asarray(shares, np.float32)


def _inside(cell: Cell, shares: Saliency) -> float:
    height, width = shares.shape
    part, size = cell.of_source, cell.source
    across, down = width / size.width, height / size.height
    top, bottom = round(part.top * down), round(part.bottom * down)
    left, right = round(part.left * across), round(part.right * across)
    return float(shares[top:bottom, left:right].sum() / max(float(shares.sum()), 1e-9))
