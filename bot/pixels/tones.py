"""Colours that pictures are dressed in: hue, tone, and contrast as WCAG counts it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

Colour = tuple[int, int, int]  # sRGB, 0 to 255

WARM_HUE = 1.1  # radians; paper rather than ice where the photos have no colour of their own
LEAST_CONTRAST = 7.0  # WCAG 2.2, level AAA
BLACK: Colour = (0, 0, 0)
LINEAR_BELOW = 0.0031308  # where sRGB's curve begins
WHITE: Colour = (255, 255, 255)

_D65 = (0.95047, 1.0, 1.08883)
_XYZ_TO_RGB = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)


@dataclass(frozen=True, slots=True)
class Tone:
    """A CIE LCh colour that still waits for its hue."""

    lightness: float
    chroma: float

    def at(self, hue: float) -> Colour:
        """The nearest sRGB colour at that hue angle, in radians."""
        a, b = self.chroma * cos(hue), self.chroma * sin(hue)
        y = (self.lightness + 16) / 116
        xyz = [
            white * _lab_inverse(f)
            for white, f in zip(_D65, (y + a / 500, y, y - b / 200), strict=True)
        ]
        red, green, blue = (
            _companded(sum(k * v for k, v in zip(row, xyz, strict=True))) for row in _XYZ_TO_RGB
        )
        return red, green, blue


def _lab_inverse(f: float) -> float:
    return f**3 if f > 6 / 29 else 3 * (6 / 29) ** 2 * (f - 4 / 29)


def _companded(linear: float) -> int:
    linear = min(1.0, max(0.0, linear))
    curved = 12.92 * linear if linear <= LINEAR_BELOW else 1.055 * linear ** (1 / 2.4) - 0.055
    return round(255 * curved)


def dominant_hue(hues: Iterable[Sequence[float]]) -> float:
    """The middle of the strongest bin over all pictures, in radians; warm where none has any."""
    columns = list(zip(*hues, strict=True))
    totals = [sum(column) for column in columns]
    if not any(totals):
        return WARM_HUE
    count = len(totals)
    smooth = [
        totals[k - 1] / 4 + totals[k] / 2 + totals[(k + 1) % count] / 4 for k in range(count)
    ]
    return -pi + (smooth.index(max(smooth)) + 0.5) * 2 * pi / count


def contrast(one: Colour, other: Colour) -> float:
    """WCAG contrast ratio, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    """Relative luminance as WCAG has it, 0 to 1."""
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value / 12.92 <= LINEAR_BELOW else ((value + 0.055) / 1.055) ** 2.4


def readable(wanted: Colour, behind: Sequence[Colour]) -> Colour:
    """The wanted ink where it reads on every colour behind it, else black or white."""
    inks = (wanted, BLACK, WHITE)
    worst = [min(contrast(ink, paper) for paper in behind) for ink in inks]
    return wanted if worst[0] >= LEAST_CONTRAST else inks[worst.index(max(worst))]
