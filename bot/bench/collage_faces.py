"""Faces on finished pages: how much of each is seen, told from the plan and from the picture."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.bench.collage_sets import Drawn
from bot.collage.certificate import CUT_ABOVE, CUT_BELOW
from bot.collage.paint import paint
from bot.collage.plan import Cell, Plan
from bot.collage.turned import Corners, card_corners, on_page, photo_corners
from bot.pixels.geometry import Box, Size
from bot.pixels.header import picture
from bot.pixels.orientation import Pixels
from bot.vision.sight import Sight

SCALE = 4  # a page is told apart at a quarter of its size, in whole pixels of a pixel's fractions
EVERY = 2  # pixels of a painted page are looked at
SHIFT = 4  # bits of those fractions
LEVELS = (20, 128, 235)
GREYS = {(level, level, level) for level in LEVELS}
INKS = [one for one in product(LEVELS, repeat=3) if one not in GREYS]  # one a face
GREY, GRAIN = 118, 20
GROWN = 0.08  # of a face's sides: an edge that a smaller copy blurs is not a cut
SPREAD_PIXELS = 4  # of the page at the least: as far as JPEG's colours at half the size blur
NEAR = 44  # levels from its ink in every channel: sharpening and JPEG move that far
LONGER_PIXELS = 1600
QUALITY = 95
Ink = tuple[int, ...]
Mask = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Faces:
    """How many were given to pages, and how many of them are cut or lost there."""

    shown: int = 0
    cut: int = 0
    lost: int = 0

    def and_(self, shares: Sequence[float]) -> "Faces":
        return Faces(
            self.shown + len(shares),
            self.cut + sum(CUT_ABOVE <= share <= CUT_BELOW for share in shares),
            self.lost + sum(share < CUT_ABOVE for share in shares),
        )


def planned(plan: Plan, sights: Mapping[str, Sight]) -> list[float]:
    """The share of each face that is seen, by who lies on whom."""
    on_top = np.zeros(_small(plan.page), np.int32)
    for place, cell in enumerate(plan.cells, start=1):
        _fill(on_top, card_corners(cell), -place)
        _fill(on_top, photo_corners(cell), place)
    return [
        _share(_mask(plan.page, on_page(cell, face)), on_top == place)
        for place, cell in enumerate(plan.cells, start=1)
        for face in sights[cell.key].faces
    ]


def painted(drawn: Drawn) -> list[float]:
    """The same told from the picture: every face is a patch of an ink of its own."""
    inks = dict(zip(_named(drawn), INKS, strict=False))
    plan, sights = drawn.plan, drawn.sights
    sources = {cell.key: _source(cell, sights[cell.key].faces, inks) for cell in plan.cells}
    page = np.asarray(picture(paint(plan, sources)).convert("RGB"), np.int16)
    page = page[::EVERY, ::EVERY]
    return [
        _seen(page, plan.page, on_page(cell, face), inks[cell.key, face])
        for cell in plan.cells
        for face in sights[cell.key].faces
    ]


def _named(drawn: Drawn) -> Iterator[tuple[str, Box]]:
    return ((photo.key, face) for photo in drawn.photos for face in photo.sight.faces)


def _seen(page: NDArray[np.int16], size: Size, face: Corners, ink: Sequence[int]) -> float:
    """How much of where a face should be has its ink."""
    height, width = page.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    _fill(mask, [(x * width / size.width, y * height / size.height) for x, y in face], 1, scale=1)
    far = np.abs(page - np.array(ink, np.int16)).max(axis=-1)
    return _share(mask, far <= NEAR)


def _source(cell: Cell, faces: Sequence[Box], inks: Mapping[tuple[str, Box], Ink]) -> bytes:
    """A grey grain with a patch for each face, a little larger than its box."""
    size = cell.source
    scale = min(1.0, LONGER_PIXELS / max(size.width, size.height))
    width, height = (round(side * scale) for side in (size.width, size.height))
    spread = SPREAD_PIXELS * cell.of_source.width / cell.on_page.width
    dice = np.random.default_rng(width)
    pixels: Pixels = dice.integers(GREY, GREY + GRAIN, (height, width, 1), np.uint8).repeat(3, -1)
    for face in faces:
        across = max(GROWN * face.width, spread / size.width)
        down = max(GROWN * face.height, spread / size.height)
        left, right = max(0.0, face.left - across), min(1.0, face.right + across)
        top, bottom = max(0.0, face.top - down), min(1.0, face.bottom + down)
        rows = slice(round(top * height), round(bottom * height))
        pixels[rows, round(left * width) : round(right * width)] = inks[cell.key, face]
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, "JPEG", quality=QUALITY, subsampling=0)
    return written.getvalue()


def _small(page: Size) -> tuple[int, int]:
    return page.height // SCALE, page.width // SCALE


def _mask(page: Size, shape: Corners) -> Mask:
    mask = np.zeros(_small(page), np.uint8)
    _fill(mask, shape, 1)
    return mask


def _fill(
    page: NDArray[np.int32] | Mask,
    shape: Sequence[tuple[float, float]],
    value: int,
    *,
    scale: int = SCALE,
) -> None:
    points = np.array([(x / scale - 0.5, y / scale - 0.5) for x, y in shape])
    fixed = np.round(points * (1 << SHIFT)).astype(np.int32)
    cv2.fillConvexPoly(page, fixed, (value,), cv2.LINE_8, SHIFT)


def _share(mask: Mask, seen: NDArray[np.bool_]) -> float:
    """A face whose whole box is off the page is lost."""
    inside = mask.astype(bool)
    return float(seen[inside].mean()) if inside.any() else 0.0
