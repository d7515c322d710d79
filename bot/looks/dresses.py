"""How a title card is dressed: paper, ink and an accent, in two shapes."""

from dataclasses import dataclass
from typing import Final

from bot.pixels.geometry import Size
from bot.pixels.tones import Colour, Tone


@dataclass(frozen=True, slots=True)
class Dress:
    """Three colours; ink on paper reads at WCAG's AAA."""

    paper: Colour
    ink: Colour
    accent: Colour


def _dress(paper: Tone, ink: Tone, accent: Tone, hue: float, other: float) -> Dress:
    return Dress(paper.at(hue), ink.at(hue), accent.at(other))


_PALE, _DARK = Tone(lightness=95, chroma=6), Tone(lightness=20, chroma=16)
_NIGHT, _CREAM = Tone(lightness=16, chroma=22), Tone(lightness=94, chroma=10)
DRESSES: Final = {
    "paper": _dress(_PALE, _DARK, Tone(lightness=58, chroma=52), 1.3, 0.75),
    "night": _dress(_NIGHT, _CREAM, Tone(lightness=76, chroma=48), -1.35, 1.35),
    "moss": _dress(Tone(lightness=26, chroma=20), _CREAM, Tone(lightness=80, chroma=40), 2.4, 1.5),
    "rose": _dress(Tone(lightness=88, chroma=14), Tone(lightness=22, chroma=30),
                   Tone(lightness=50, chroma=50), 0.2, 0.35),
}  # fmt: skip
SHAPES: Final = {"square": Size(1200, 1200), "story": Size(1080, 1920)}
FIRST: Final = ("paper", "square")


def next_dress(dress: str) -> str:
    """The one after it, around."""
    known = list(DRESSES)
    return known[(known.index(dress) + 1) % len(known)]


def other_shape(shape: str) -> str:
    return next(name for name in SHAPES if name != shape)
