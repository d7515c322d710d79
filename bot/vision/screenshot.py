"""Whether a machine drew the picture: flat areas beside hard edges, hardly a gradient."""

import numpy as np

from bot.pixels.orientation import Pixels
from bot.vision.colours import brightness

FLAT, HARD = 1.5, 40.0  # steps of brightness between neighbours
MIN_FLAT_SHARE, MIN_HARD_SHARE, MAX_SOFT_RATIO = 0.6, 0.01, 4.0


def is_screenshot(pixels: Pixels) -> bool:
    """A guess that would rather miss one than call a photo a screenshot."""
    flat, hard, soft = measure(pixels)
    return flat >= MIN_FLAT_SHARE and hard >= MIN_HARD_SHARE and soft <= MAX_SOFT_RATIO * hard


def measure(pixels: Pixels) -> tuple[float, float, float]:
    """Shares of pixels whose step to a neighbour is flat, hard, and in between."""
    grey = np.pad(brightness(pixels), ((0, 1), (0, 1)), mode="edge")
    across = np.abs(np.diff(grey, axis=1))[:-1]
    down = np.abs(np.diff(grey, axis=0))[:, :-1]
    step = np.maximum(across, down)
    flat, hard = float((step <= FLAT).mean()), float((step >= HARD).mean())
    return flat, hard, 1 - flat - hard
