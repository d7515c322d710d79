"""How well a picture is made: sharpness, exposure and colour, each from 0 to 1."""

import numpy as np
from PIL import Image, ImageFilter

from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats
from bot.vision.sight import Quality

SIDE, TILE = 384, 32  # pixels
NOISE_RADIUS = 0.8  # of the blur before edges are counted: grain is not sharpness
SHARPEST = 7.0  # ln(1 + variance of the Laplacian) of a crisp 384 px picture
DROWNED, BURNT = 8, 250  # brightness beyond which nothing can be told apart
MIDDLE = 0.48  # mean brightness of a well-lit picture
MOST_COLOURFUL = 110.0  # Hasler and Süsstrunk (2003), "extremely colourful"


def judge(pixels: Pixels) -> Quality:
    picture = Image.fromarray(pixels)
    picture.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    grey = picture.convert("L")
    soft = grey.filter(ImageFilter.GaussianBlur(NOISE_RADIUS))
    return Quality(
        sharpness=_sharpness(np.asarray(soft, np.float32)),
        exposure=_exposure(np.asarray(grey, np.float32)),
        colour=_colour(np.asarray(picture)[::2, ::2].astype(np.float32)),
    )


def _share(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)


def _sharpness(grey: Floats) -> float:
    """The sharp part decides, so that a blurred background costs nothing."""
    grey = np.pad(grey, 1, mode="edge")
    edges = (
        4 * grey[1:-1, 1:-1] - grey[:-2, 1:-1] - grey[2:, 1:-1] - grey[1:-1, :-2] - grey[1:-1, 2:]
    )
    spread = _tiles(edges).var(axis=1)
    return _share(float(np.log1p(np.percentile(spread, 90))) / SHARPEST)


def _tiles(edges: Floats) -> Floats:
    """One a row; what is left over at the right and at the bottom is not looked at."""
    high, wide = (min(TILE, side) for side in edges.shape)
    rows, columns = edges.shape[0] // high, edges.shape[1] // wide
    cut = edges[: rows * high, : columns * wide].reshape(rows, high, columns, wide)
    return cut.swapaxes(1, 2).reshape(rows * columns, high * wide)


def _exposure(grey: Floats) -> float:
    """Falls with the distance from a middle grey and with what is burnt or drowned."""
    lost = float(((grey < DROWNED) | (grey > BURNT)).mean())
    return _share(1 - abs(float(grey.mean()) / 255 - MIDDLE) * 1.6 - lost * 0.5)


def _colour(rgb: Floats) -> float:
    red_green = rgb[..., 0] - rgb[..., 1]
    yellow_blue = (rgb[..., 0] + rgb[..., 1]) / 2 - rgb[..., 2]
    spread = np.hypot(red_green.std(), yellow_blue.std())
    mean = np.hypot(red_green.mean(), yellow_blue.mean())
    return _share(float(spread + 0.3 * mean) / MOST_COLOURFUL)
