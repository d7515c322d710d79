"""A camera by code: framing, light, vignetting, blur, grain, and what is done to a copy later."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from bot.bench.corpus.noise import Dice, Plane

Levels = NDArray[np.uint8]

LONG_SIDE: Final = 1440  # pixels: above the 1280 that Telegram leaves of a photo
TELEGRAM: Final = 1280
MIDDLE: Final = 0.45  # contrast turns around it
GRAINS: Final = LONG_SIDE + 300  # pixels
FLIP: Final = Image.Transpose.FLIP_LEFT_RIGHT


class Change(StrEnum):
    """How one picture differs from the first of its take."""

    NONE = "none"
    BURST = "burst"
    CROP = "crop"
    FLIP = "flip"
    RELIGHT = "relight"
    RECOMPRESS = "recompress"
    SMALLER = "smaller"


@dataclass(frozen=True, slots=True)
class Camera:
    """What a lens, a sensor and the light of the hour do to a scene.

    left, top, side: the window on the base, in shares of its sides. warmth: −1 blue to 1 amber.
    grain: levels of 255 in the mid-tones; blur, streak: pixels out of focus, or moved.
    """

    left: float = 0.0
    top: float = 0.0
    side: float = 1.0
    exposure: float = 1.0
    warmth: float = 0.0
    contrast: float = 1.0
    vignette: float = 0.2
    grain: float = 4.0
    blur: float = 0.0
    streak: int = 0
    is_flipped: bool = False
    long_side: int = LONG_SIDE
    quality: int = 88


def somewhere(dice: Dice) -> Camera:
    """A frame and a light that a hand might choose."""
    side = float(dice.uniform(0.62, 1.0))
    left, top = (float(spot) for spot in dice.uniform(0, 1 - side, 2))
    return Camera(
        left, top, side,
        exposure=float(dice.uniform(0.8, 1.15)),
        warmth=float(dice.normal(0, 0.04)),
        contrast=float(dice.uniform(0.9, 1.12)),
        vignette=float(dice.uniform(0.05, 0.4)),
        grain=float(dice.uniform(2, 7)),
    )  # fmt: skip


def at_night(camera: Camera, dice: Dice) -> Camera:
    return replace(
        camera,
        exposure=float(dice.uniform(0.14, 0.3)),
        warmth=0.12,
        grain=float(dice.uniform(9, 16)),
    )


def out_of_focus(camera: Camera, dice: Dice) -> Camera:
    """So badly that nobody keeps it: focus missed, or the hand moved."""
    if dice.random() < 0.5:
        return replace(camera, blur=float(dice.uniform(7, 13)))
    return replace(camera, streak=int(dice.integers(34, 70)))


def changed(camera: Camera, change: Change, dice: Dice) -> Camera:
    """The same take once more, or a copy of it."""
    side = camera.side * float(dice.uniform(0.84, 0.93))
    push = (camera.side - side) * dice.uniform(0.2, 0.8, 2)
    nudge = dice.normal(0, 0.007, 2)
    copies = {
        Change.NONE: camera,
        Change.BURST: replace(
            camera,
            left=float(np.clip(camera.left + nudge[0], 0, 1 - camera.side)),
            top=float(np.clip(camera.top + nudge[1], 0, 1 - camera.side)),
            exposure=camera.exposure * float(dice.uniform(0.97, 1.03)),
        ),
        Change.CROP: replace(
            camera, left=camera.left + float(push[0]), top=camera.top + float(push[1]), side=side
        ),
        Change.FLIP: replace(camera, is_flipped=not camera.is_flipped),
        Change.RELIGHT: replace(
            camera,
            exposure=camera.exposure * float(dice.choice([0.82, 0.9, 1.12, 1.22])),
            warmth=camera.warmth + float(dice.uniform(-0.05, 0.05)),
            contrast=camera.contrast * float(dice.uniform(0.92, 1.1)),
        ),
        Change.RECOMPRESS: replace(camera, quality=int(dice.integers(35, 60))),
        Change.SMALLER: replace(
            camera, long_side=int(dice.choice([800, TELEGRAM, TELEGRAM])), quality=75
        ),
    }
    return copies[change]


def develop(base: Plane, camera: Camera, grains: Dice) -> Image.Image:
    """The picture that this camera takes of a base; another `grains`, another grain."""
    high, wide = base.shape[:2]
    frame = base[
        int(camera.top * high) : max(int((camera.top + camera.side) * high), 8),
        int(camera.left * wide) : max(int((camera.left + camera.side) * wide), 8),
    ]
    scale = camera.long_side / max(frame.shape[:2])
    size = (round(frame.shape[1] * scale), round(frame.shape[0] * scale))
    levels = (np.clip(frame, 0, 1) * 255).astype(np.uint8)
    seen = Image.fromarray(levels).resize(size, Image.Resampling.BICUBIC)
    if camera.blur:
        seen = seen.filter(ImageFilter.GaussianBlur(camera.blur))
    if camera.is_flipped:
        seen = seen.transpose(FLIP)
    light = np.asarray(seen, np.float32)
    light *= _light(light.shape[0], light.shape[1], camera)
    light += np.float32(255 * MIDDLE * (1 - camera.contrast))
    if camera.streak:
        light = _streaked(light, camera.streak)
    return Image.fromarray(_grained(light, camera.grain, grains))


def _light(high: int, wide: int, camera: Camera) -> Plane:
    """What every pixel is multiplied by: exposure, warmth, contrast, and less in the corners."""
    ys = np.linspace(-1, 1, high, dtype=np.float32)[:, None]
    xs = np.linspace(-1, 1, wide, dtype=np.float32)[None, :]
    fall = 1 - np.float32(camera.vignette * 0.5) * (xs**2 + ys**2)
    gains = np.array([1 + camera.warmth, 1, 1 - camera.warmth], np.float32)
    return fall[..., None] * (gains * np.float32(camera.exposure * camera.contrast))


def _streaked(light: Plane, length: int) -> Plane:
    """The mean of `length` neighbours along each row, as a moving hand leaves it."""
    sums = np.cumsum(np.pad(light, ((0, 0), (length, 0), (0, 0)), mode="edge"), axis=1)
    return np.asarray((sums[:, length:] - sums[:, :-length]) / np.float32(length), np.float32)


def _grained(light: Plane, grain: float, dice: Dice) -> Levels:
    """Noise of the sensor, the same for a grey pixel and a bright one, a little of it colour."""
    high, wide = light.shape[:2]
    down, across = dice.integers(0, GRAINS - np.array([high, wide]))
    light += _grains()[down : down + high, across : across + wide] * np.float32(grain)
    return np.clip(light, 0, 255, out=light).astype(np.uint8)


@cache
def _grains() -> Plane:
    """One large piece of grain, of which every picture shows another window."""
    dice = np.random.default_rng(1)
    grey = dice.standard_normal((GRAINS, GRAINS, 1), np.float32)
    return grey + 0.4 * dice.standard_normal((GRAINS, GRAINS, 3), np.float32)
