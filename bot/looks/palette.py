"""Two inks out of a photo's own hues: one for its shadows, one for its light."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import pi
from typing import Final

from bot.pixels.tones import Colour, Tone, dominant_hue

Hues = Sequence[float]  # 24 shares of chroma, as a sight has them
MUD_FROM, MUD_TO = 1.15, 2.5  # radians: from dark orange to moss
APART: Final = 1.2  # radians; nearer hues would be one
SHADOW, LIGHT = Tone(lightness=20, chroma=34), Tone(lightness=94, chroma=16)
PRINT: Final = Tone(lightness=26, chroma=34)
DUSK_SHADOW, DUSK_LIGHT = Tone(lightness=24, chroma=44), Tone(lightness=84, chroma=46)


@dataclass(frozen=True, slots=True)
class Inks:
    """The colour of black and the colour of white; what lies between is mixed."""

    shadow: Colour
    light: Colour


def own_inks(hues: Hues) -> Inks:
    """Shadows in the photo's strongest hue, light in its second; the other way round for olive."""
    first = dominant_hue([hues])
    dark, light = _cleaner(first, _second(hues, first))
    return Inks(SHADOW.at(dark), LIGHT.at(light))


def dusk_inks(hues: Hues) -> Inks:
    """Light in the photo's strongest hue, shadows in the one across the wheel, or else swapped."""
    first = dominant_hue([hues])
    dark, light = _cleaner(first + pi, first)
    return Inks(DUSK_SHADOW.at(dark), DUSK_LIGHT.at(light))


def print_ink(hues: Hues) -> Colour:
    """One ink for paper, in the photo's strongest hue or across from it, dark enough to draw."""
    first = dominant_hue([hues])
    return PRINT.at(_cleaner(first, first + pi)[0])


def _cleaner(dark: float, light: float) -> tuple[float, float]:
    """A dark yellow is mud: it may be the light."""
    is_mud = MUD_FROM < dark % (2 * pi) < MUD_TO
    return (light, dark) if is_mud else (dark, light)


def _second(hues: Hues, first: float) -> float:
    """The strongest hue that is another one; warm paper where there is none."""
    step = 2 * pi / len(hues)
    angles = [-pi + (k + 0.5) * step for k in range(len(hues))]
    far = [share if _between(angle, first) > APART else 0.0
           for share, angle in zip(hues, angles, strict=True)]  # fmt: skip
    return angles[far.index(max(far))] if any(far) else dominant_hue([])


def _between(one: float, other: float) -> float:
    apart = abs(one - other) % (2 * pi)
    return min(apart, 2 * pi - apart)
