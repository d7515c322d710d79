"""In the style of another picture: its manner as a hundred numbers, and a photo painted so."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import numpy as np
from PIL import Image, ImageFilter, ImageOps

from bot.looks.brushes import WEIGHTS, CannotPaint
from bot.looks.relight import relit
from bot.pixels.orientation import Pixels
from bot.pixels.small import small
from bot.vision.boxes import Floats
from bot.vision.networks import NetworkProblem, Vendored, open_session

PREDICTOR: Final = Vendored(
    "arbitrary_predict.onnx", "d832a92a6afc170510252cc5b65836fcf8354909e6f17cf02f8960f4e054a20d"
)
TRANSFORMER: Final = Vendored(
    "arbitrary_transform.onnx", "866c80c340bee8d1c72f5237476244ccd9a6c1b11afdb9e7de37591b7a2345cd"
)
STYLE_INPUT: Final = "mobilenet_conv/Conv/BiasAdd"
STYLE_SIDE: Final = 256  # what the predictor takes
TILE: Final = 384  # what the transformer takes, no more and no less
OVERLAP: Final = 128
WORKED_SIDE: Final = 2 * TILE - OVERLAP  # four tiles at most
BROAD: Final = 0.03  # of the longer side: what is coarser comes from the picture as a whole
CALMED: Final = 0.6  # pixels: the transformer's own grid, which a larger copy would show
LIGHT_KEPT: Final = 0.35  # of the photo's own light and shade: dark styles drown everything else
LINES_KEPT: Final = 0.6  # of the photo's finest lines, which no tile is large enough for


def manner_of(data: bytes) -> bytes:
    """What the predictor sees in a picture: 100 float32, little-endian.

    Raises CannotPaint and the refusals of bot.pixels.
    """
    picture = Image.fromarray(small(data, 2 * STYLE_SIDE))
    square = ImageOps.fit(picture, (STYLE_SIDE, STYLE_SIDE), Image.Resampling.LANCZOS)
    tensor = np.asarray(square, np.float32)[None] / 255
    (answer,) = _session(PREDICTOR).run(None, {"style_image": tensor})
    return np.asarray(answer, "<f4").tobytes()


def in_manner(pixels: Pixels, style: bytes) -> Pixels:
    """The same size, in that manner. Raises CannotPaint.

    The transformer paints 384 pixels and no more: once the picture as a whole, for its colours
    and masses, and once in tiles, for strokes as fine as the picture is large. The photo's own
    light and finest lines come back on top.
    """
    height, width = pixels.shape[:2]
    work = Image.fromarray(pixels)
    work.thumbnail((WORKED_SIDE, WORKED_SIDE), Image.Resampling.LANCZOS)
    parts = np.asarray(work, np.float32) / 255
    manner = np.frombuffer(style, "<f4").reshape(1, 1, 1, -1)
    whole, strokes = _whole(work, manner), _tiled(parts, manner)
    broad = max(work.size) * BROAD
    painted = np.clip(_blurred(whole, broad) + strokes - _blurred(strokes, broad), 0, 1)
    calm = _picture(painted).filter(ImageFilter.GaussianBlur(CALMED))
    large = calm.resize((width, height), Image.Resampling.BICUBIC)
    return relit(pixels, np.asarray(large), light=LIGHT_KEPT, lines=LINES_KEPT)


def check() -> list[str]:
    """What keeps the two networks from being used, one line each, for `pepite doctor`."""
    found = []
    for network in (PREDICTOR, TRANSFORMER):
        try:
            open_session(WEIGHTS, network)
        except NetworkProblem as problem:
            found.append(str(problem))
    return found


@cache
def _session(network: Vendored) -> Any:
    """An error is not kept: a file that was mended is found at the next try.

    In floats: in int8 a CPU without VNNI overflows, and the same style has other colours.
    """
    try:
        return open_session(WEIGHTS, network, in_floats=True)
    except NetworkProblem as problem:
        raise CannotPaint from problem


def _painted_tile(tile: Floats, manner: Floats) -> Floats:
    """tile: at most 384 × 384; its edges are mirrored up to that."""
    height, width = tile.shape[:2]
    edges = ((0, TILE - height), (0, TILE - width), (0, 0))
    content = np.ascontiguousarray(np.pad(tile, edges, mode="symmetric")[None])
    asked = {"content_image": content, STYLE_INPUT: manner}
    answer: Floats = _session(TRANSFORMER).run(None, asked)[0]
    return answer[0, :height, :width]


def _whole(work: Image.Image, manner: Floats) -> Floats:
    shrunk = work.copy()
    shrunk.thumbnail((TILE, TILE), Image.Resampling.LANCZOS)
    painted = _painted_tile(np.asarray(shrunk, np.float32) / 255, manner)
    wide = _picture(painted).resize(work.size, Image.Resampling.BICUBIC)
    return np.asarray(wide, np.float32) / 255


def _tiled(parts: Floats, manner: Floats) -> Floats:
    """Tiles that overlap, each fading into its neighbours."""
    total = np.zeros_like(parts)
    weight = np.full((*parts.shape[:2], 1), 1e-6, np.float32)
    for top in _starts(parts.shape[0]):
        for left in _starts(parts.shape[1]):
            at = np.s_[top : top + TILE, left : left + TILE]
            painted = _painted_tile(parts[at], manner)
            fade = _fade()[: painted.shape[0], : painted.shape[1]]
            total[at] += painted * fade
            weight[at] += fade
    return total / weight


def _starts(side: int) -> Iterator[int]:
    """Where tiles begin: as few as reach from end to end."""
    count = 1 if side <= TILE else -(-(side - OVERLAP) // (TILE - OVERLAP))
    return (round(k * (side - TILE) / max(1, count - 1)) for k in range(count))


@cache
def _fade() -> Floats:
    to_edge = np.minimum(np.arange(TILE) + 1, TILE - np.arange(TILE)) / OVERLAP
    share = np.clip(to_edge, 0, 1).astype(np.float32)
    ramp = share * share * (3 - 2 * share)
    return np.asarray((ramp[:, None] * ramp[None, :])[..., None] + 1e-4, np.float32)


def _blurred(colours: Floats, reach: float) -> Floats:
    soft = _picture(colours).filter(ImageFilter.GaussianBlur(reach))
    return np.asarray(soft, np.float32) / 255


def _picture(colours: Floats) -> Image.Image:
    return Image.fromarray(np.asarray(np.clip(colours, 0, 1) * 255 + 0.5, np.uint8))
