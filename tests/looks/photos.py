"""Photos of the sandbox and what is seen in them, once a run."""

from functools import cache
from pathlib import Path

import numpy as np

from bot.pixels.orientation import Pixels
from bot.pixels.small import small
from bot.vision.look import look_at
from bot.vision.sight import Sight

FOLDER = Path(__file__).parents[2] / "bot/sandbox/photos"


@cache
def photo(name: str) -> bytes:
    return (FOLDER / f"{name}.jpg").read_bytes()


@cache
def sight(name: str, *, faces: bool = True) -> Sight:
    return look_at(photo(name), faces=faces)


def pixels(name: str, side: int = 320) -> Pixels:
    return small(photo(name), side)


def apart(one: Pixels, other: Pixels) -> float:
    """Mean difference of two pictures of one size, 0 to 255."""
    return float(np.abs(one.astype(np.int16) - other).mean())
