"""One line of letters and emoji: its real ink measured, and written on a picture."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor
from typing import Final

from PIL import Image, ImageDraw

from bot.collage.plan import Anchor, PixelBox
from bot.pixels.emoji import Run, runs
from bot.pixels.fonts import (
    EMOJI_STRIKE,
    drawable,
    emoji_font,
    emoji_scale,
    emoji_width,
    figures,
    font,
    width,
)
from bot.pixels.tones import Colour
from bot.pixels.typefaces import is_rightward

CAPITALS_MIDDLE: Final = 0.35  # of the size, above the line: what an emoji is centred on
BEFORE: Final = {Anchor.LEFT: 0.0, Anchor.MIDDLE: 0.5, Anchor.RIGHT: 1.0}  # of its width
ANCHORS: Final = {Anchor.LEFT: "ls", Anchor.MIDDLE: "ms", Anchor.RIGHT: "rs"}


@dataclass(frozen=True, slots=True)
class Line:
    """Words in one face; size in pixels."""

    text: str
    face: str
    size: int
    anchor: Anchor = Anchor.LEFT

    @property
    def start(self) -> float:
        """Where it begins, from its anchor."""
        if self.anchor is Anchor.LEFT:
            return 0.0
        return -BEFORE[self.anchor] * width(self.text, self.face, self.size)


def ink_box(line: Line) -> PixelBox:
    """All that it covers, from its anchor on the baseline: accents, descenders, overhang.

    The blanks before its first and after its last letter are in it.
    """
    left, top, right, bottom = _ink(line.text, line.face, line.size)
    first, last = floor(line.start + left), ceil(line.start + right)
    return PixelBox(first, floor(top), last - first, ceil(bottom) - floor(top))


@lru_cache(maxsize=1024)
def _ink(text: str, face: str, size: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom from where the line begins."""
    left = top = right = bottom = x = 0.0
    for run in _in_place(text):
        box = _run_ink(run, face, size)
        left, top = min(left, x + box[0]), min(top, box[1])
        right, bottom = max(right, x + box[2]), max(bottom, box[3])
        x += _run_width(run, face, size)
    return left, top, right, bottom


def _run_ink(run: Run, face: str, size: int) -> tuple[float, float, float, float]:
    if run.is_emoji:
        high = _picture_height(size) / 2
        middle = CAPITALS_MIDDLE * size
        return 0.0, -middle - high, emoji_width(run.text, size), high - middle
    return font(face, size).getbbox(run.text, anchor="ls", features=figures())


def _run_width(run: Run, face: str, size: int) -> float:
    return emoji_width(run.text, size) if run.is_emoji else width(run.text, face, size)


def _in_place(text: str) -> list[Run]:
    """From left to right, whatever the direction of reading."""
    found = list(runs(text))
    return found if is_rightward(text) else found[::-1]


def write(picture: Image.Image, line: Line, at: tuple[float, float], ink: Colour) -> None:
    """On an RGB picture or a transparent layer; `at` is its anchor on the baseline.

    An emoji that this machine cannot draw is left out.
    """
    shapes = font(line.face, line.size)
    pen = ImageDraw.Draw(picture)
    text = drawable(line.face, line.text, with_emoji=True)
    found = _in_place(text)
    if len(found) == 1 and not found[0].is_emoji:
        anchor = ANCHORS[line.anchor]
        pen.text(at, text, font=shapes, fill=ink, anchor=anchor, features=figures())
        return
    x = at[0] - BEFORE[line.anchor] * width(text, line.face, line.size)
    for run in found:
        if run.is_emoji:
            _paste(picture, run.text, (x, at[1]), line.size)
        else:
            place = (x, at[1])
            pen.text(place, run.text, font=shapes, fill=ink, anchor="ls", features=figures())
        x += _run_width(run, line.face, line.size)


def _paste(picture: Image.Image, emoji: str, at: tuple[float, float], size: int) -> None:
    small = _emoji(emoji, size)
    top = at[1] - CAPITALS_MIDDLE * size - small.height / 2
    place = (round(at[0]), round(top))
    if picture.mode == "RGBA":
        picture.alpha_composite(small, place)
    else:
        picture.paste(small, place, small)


@lru_cache(maxsize=32)
def _emoji(emoji: str, size: int) -> Image.Image:
    known = emoji_font()
    if known is None:
        return Image.new("RGBA", (1, 1))
    ascent, descent = known.getmetrics()
    large = Image.new("RGBA", (ceil(known.getlength(emoji)), ascent + descent))
    ImageDraw.Draw(large).text((0, ascent), emoji, font=known, embedded_color=True, anchor="ls")
    wide, high = emoji_width(emoji, size), _picture_height(size)
    return large.resize((max(1, round(wide)), max(1, round(high))), Image.Resampling.LANCZOS)


def _picture_height(size: int) -> float:
    known = emoji_font()
    return sum(known.getmetrics() if known else (EMOJI_STRIKE, 0)) * emoji_scale(size)
