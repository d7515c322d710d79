"""The ink that is read on the very pixels behind it; where none is, first a shade is laid."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.collage.plan import PixelBox
from bot.pixels.orientation import Pixels
from bot.pixels.tones import BLACK, LEAST_CONTRAST, WHITE, Colour, luminance

AIM: Final = 1.09 * LEAST_CONTRAST  # a JPEG moves colours a little
FADE: Final = 2.4  # sizes of the letters, over which a shade runs out
PADDING: Final = 0.3  # sizes of the letters that it keeps whole around them
TO_EDGE: Final = 0.14  # of the page's height: a shade this near its edge runs on to it
BROAD: Final = 0.35  # of what it may lie on: letters this wide are shaded from side to side
HALVINGS: Final = 7  # of the shade's opacity: to the hundredth
EXTREMES: Final = 2000  # pixels that decide: the lightest, or the darkest
FOG: Final = 2.0  # how much sooner a photo is darkened than made pale

Floats = NDArray[np.float32]
LINEAR: Final = np.array([luminance((value, value, value)) for value in range(256)], np.float32)
EYE: Final = np.array([0.2126, 0.7152, 0.0722], np.float32)


def legible(
    page: Pixels, boxes: Sequence[PixelBox], ink: Colour, size: int, clip: PixelBox
) -> Colour:
    """What to write with in those boxes of the page, which is shaded there if it must be.

    size: of the letters, in pixels. clip: what a shade may lie on.
    """
    behind = np.concatenate([_part(page, box).reshape(-1, 3) for box in boxes])
    lights = LINEAR[behind] @ EYE
    inks = (ink, BLACK, WHITE)
    worst = [_least_contrast(luminance(one), lights) for one in inks]
    if worst[0] >= LEAST_CONTRAST:
        return ink
    if max(worst) >= LEAST_CONTRAST:
        return inks[worst.index(max(worst))]
    darkening = _opacity(_extremes(behind, lights), BLACK)
    paling = _opacity(_extremes(behind, -lights), WHITE)
    shade, opacity = (BLACK, darkening) if darkening < FOG * paling else (WHITE, paling)
    region, cover = _cover(boxes, clip, TO_EDGE * len(page), size)
    part, cover = _part(page, region), opacity * cover
    part[:] = part * (1 - cover) + np.array(shade, np.float32) * cover + 0.5
    return WHITE if shade == BLACK else BLACK


def _part(page: Pixels, box: PixelBox) -> Pixels:
    return page[box.top : box.bottom, box.left : box.right]


def _least_contrast(ink: float, lights: Floats) -> float:
    low, high = float(lights.min()), float(lights.max())
    if low <= ink <= high and low != high:
        return 1.0
    return min((max(ink, one) + 0.05) / (min(ink, one) + 0.05) for one in (low, high))


def _extremes(behind: Pixels, lights: Floats) -> Pixels:
    """The pixels of the highest lights."""
    if len(behind) <= EXTREMES:
        return behind
    return np.asarray(behind[np.argpartition(lights, -EXTREMES)[-EXTREMES:]], np.uint8)


def _opacity(behind: Pixels, shade: Colour) -> float:
    """The least of a shade in that colour on which its opposite is read."""
    ink = luminance(WHITE if shade == BLACK else BLACK)
    least, most = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (least + most) / 2
        shaded = behind * (1 - middle) + np.array(shade, np.float32) * middle
        lights = LINEAR[np.clip(np.round(shaded), 0, 255).astype(np.uint8)] @ EYE
        least, most = (least, middle) if _least_contrast(ink, lights) >= AIM else (middle, most)
    return most


def _cover(
    boxes: Sequence[PixelBox], clip: PixelBox, near: float, size: int
) -> tuple[PixelBox, Floats]:
    """Where a shade lies and how much of it, 0 to 1: whole under the letters, soft to all sides.

    near: pixels; on to the edges of `clip` that are no further.
    """
    top, bottom = _span([(box.top, box.height) for box in boxes])
    left, right = _span([(box.left, box.width) for box in boxes])
    if right - left > BROAD * clip.width:
        left, right = clip.left, clip.right
    down = _profile((top, bottom), (clip.top, clip.bottom), near, size)
    across = _profile((left, right), (clip.left, clip.right), near, size)
    rows, columns = np.flatnonzero(down), np.flatnonzero(across)
    region = PixelBox(
        clip.left + int(columns[0]), clip.top + int(rows[0]), len(columns), len(rows)
    )
    return region, down[rows, None, None] * across[None, columns, None]


def _span(stretches: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return min(first for first, _ in stretches), max(sum(one) for one in stretches)


def _profile(kept: tuple[int, int], room: tuple[int, int], near: float, size: int) -> Floats:
    """How much of the shade is on each pixel of the room, 0 to 1, along one side of it."""
    first, last = kept[0] - PADDING * size, kept[1] + PADDING * size
    first = room[0] if kept[0] - room[0] < near else first
    last = room[1] if room[1] - kept[1] < near else last
    at = np.arange(*room, dtype=np.float32) + 0.5
    outside = np.maximum(0, np.maximum(first - at, at - last))
    left = np.clip(1 - outside / (FADE * size), 0, 1)
    return np.asarray(left * left * (3 - 2 * left), np.float32)
