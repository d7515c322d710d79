"""From pixels as a file stores them to upright ones and back, by the EXIF number 1 to 8."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.pixels.geometry import Box, Size

Pixels: TypeAlias = NDArray[np.uint8]  # height × width × 3, RGB

ON_ITS_SIDE = frozenset({5, 6, 7, 8})
BACK = {6: 8, 8: 6}  # every other turn undoes itself


def upright_size(size: Size, orientation: int) -> Size:
    return size.turned if orientation in ON_ITS_SIDE else size


def upright(pixels: Pixels, orientation: int) -> Pixels:
    """The stored pixels as people see them, contiguous; meant for small pictures."""
    turned = pixels.swapaxes(0, 1) if orientation in ON_ITS_SIDE else pixels
    if orientation in {2, 3, 6, 7}:
        turned = turned[:, ::-1]
    if orientation in {3, 4, 7, 8}:
        turned = turned[::-1]
    return np.ascontiguousarray(turned)


def turn(box: Box, orientation: int) -> Box:
    """A box on the stored picture, as a box on the upright one."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    if orientation in ON_ITS_SIDE:
        left, top, right, bottom = top, left, bottom, right
    if orientation in {2, 3, 6, 7}:
        left, right = 1 - right, 1 - left
    if orientation in {3, 4, 7, 8}:
        top, bottom = 1 - bottom, 1 - top
    return Box(left, top, right, bottom)


def unturn(box: Box, orientation: int) -> Box:
    """A box on the upright picture, as a box on the stored one."""
    return turn(box, BACK.get(orientation, orientation))
