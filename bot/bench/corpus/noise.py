"""What nature is made of here: noise of many sizes, gradients and the lengths between."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Plane = NDArray[np.float32]
Dice = np.random.Generator

WIDE, HIGH = 800, 600  # pixels of a scene before its camera enlarges it


def clouds(
    dice: Dice, cells: float, *, octaves: int = 5, stretch: float = 1.0, fade: float = 0.55
) -> Plane:
    """Noise whose largest lumps are 1/`cells` of the height, mean 0 and about ±1.

    stretch: above 1, lumps are that much wider than high; fade: how much less each finer one is.
    """
    total = np.zeros((HIGH, WIDE), np.float32)
    for octave in range(octaves):
        down = max(2, round(cells * 2**octave))
        across = max(2, round(down * WIDE / HIGH / stretch))
        if down > HIGH or across > WIDE:
            break
        grid = dice.standard_normal((down, across), np.float32)
        lumps = Image.fromarray(grid).resize((WIDE, HIGH), Image.Resampling.BICUBIC)
        total += np.asarray(lumps) * np.float32(fade**octave)
    return total / max(float(total.std()) * 1.6, 1e-6)


def outline(dice: Dice, cells: float, *, roughness: float = 0.5) -> Plane:
    """A line of heights across the picture, mean 0 and about ±1: a ridge, a row of trees."""
    line = np.zeros(WIDE, np.float32)
    for octave in range(7):
        points = dice.standard_normal(max(2, round(cells * 2**octave)) + 1)
        where = np.linspace(0, len(points) - 1, WIDE)
        line += np.interp(where, np.arange(len(points)), points) * roughness**octave
    return np.asarray(line / max(float(np.abs(line).max()), 1e-6), np.float32)


def across() -> Plane:
    """0 at the left to 1 at the right."""
    return np.broadcast_to(np.linspace(0, 1, WIDE, dtype=np.float32), (HIGH, WIDE))


def down() -> Plane:
    """0 at the top to 1 at the bottom."""
    return np.broadcast_to(np.linspace(0, 1, HIGH, dtype=np.float32)[:, None], (HIGH, WIDE))


def between(one: Plane, other: Plane, share: Plane) -> Plane:
    """From colour `one` to colour `other`, by a share of every pixel."""
    mixed = share[..., None]
    return np.asarray(one * (1 - mixed) + other * mixed, np.float32)


def colour(dice: Dice, red: float, green: float, blue: float, *, spread: float = 0.12) -> Plane:
    """About this colour, 0 to 1 each, never twice the same."""
    found = np.array([red, green, blue]) + dice.uniform(-spread, spread, 3)
    return np.clip(found, 0.01, 1).astype(np.float32)
