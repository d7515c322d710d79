"""Colour arithmetic on small pictures: brightness, Lab, hue and saturation."""

import numpy as np

from bot.pixels.orientation import Pixels
from bot.vision.boxes import Floats

HUES = 24
GREY = 4  # chroma that JPEG leaves in a grey picture
SRGB_KNEE, LAB_KNEE = 0.04045, 0.008856  # where both curves turn into lines
LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # Rec. 601, as JPEG
# sRGB (D65) to XYZ over the white point, so that white is 1, 1, 1
XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], np.float32
) / np.array([[0.9505], [1.0], [1.089]], np.float32)


def _linear() -> Floats:
    """Light, 0 to 1, of each of the 256 steps of an sRGB channel."""
    share = np.arange(256, dtype=np.float32) / 255
    curve = ((share + 0.055) / 1.055) ** 2.4
    return np.where(share <= SRGB_KNEE, share / 12.92, curve).astype(np.float32)


LINEAR = _linear()


def brightness(pixels: Pixels) -> Floats:
    """0 to 255."""
    return pixels.astype(np.float32) @ LUMA


def lab(pixels: Pixels) -> Floats:
    """CIE L*a*b*, D65: L 0 to 100, a and b around ±100."""
    xyz = LINEAR[pixels] @ XYZ.T
    root = np.where(xyz > LAB_KNEE, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = root[..., 0], root[..., 1], root[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1).astype(np.float32)


def hue_shares(lab_pixels: Floats) -> tuple[float, ...]:
    """24 shares of chroma by hue angle from −π, summing to 1; all 0 in a grey picture."""
    a, b = lab_pixels[..., 1].ravel(), lab_pixels[..., 2].ravel()
    chroma = np.hypot(a, b)
    chroma[chroma < GREY] = 0
    weights, _ = np.histogram(np.arctan2(b, a), bins=HUES, range=(-np.pi, np.pi), weights=chroma)
    total = float(weights.sum())
    return tuple(round(float(w) / total, 5) if total else 0.0 for w in weights)


def hue_and_saturation(pixels: Pixels) -> tuple[Floats, Floats]:
    """HSV's first two, each 0 to 1."""
    rgb = pixels.astype(np.float32)
    high, low = rgb.max(axis=-1), rgb.min(axis=-1)
    spread = high - low
    safe = np.where(spread > 0, spread, 1)
    red, green, blue = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    sixth = np.select(
        [high == red, high == green],
        [(green - blue) / safe % 6, (blue - red) / safe + 2],
        (red - green) / safe + 4,
    )
    hue = np.where(spread > 0, sixth / 6, 0)
    return hue.astype(np.float32), (spread / np.maximum(high, 1)).astype(np.float32)
