import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from bot.pixels.geometry import Box, Size
from bot.pixels.orientation import turn, unturn, upright, upright_size
from tests.pixels.pictures import drawing

orientations = st.integers(1, 8)
eighths = st.integers(0, 7).flatmap(
    lambda low: st.integers(low + 1, 8).map(lambda high: (low / 8, high / 8))
)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pixels_turn_as_everybody_turns_them(orientation: int) -> None:
    image = drawing()
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.info["exif"] = exif.tobytes()

    turned = upright(np.asarray(image), orientation)

    assert np.array_equal(turned, np.asarray(ImageOps.exif_transpose(image)))
    assert turned.flags.c_contiguous
    size = upright_size(Size(*image.size), orientation)
    assert turned.shape == (size.height, size.width, 3)


@given(eighths, eighths, orientations)
def test_a_box_goes_there_and_back(
    across: tuple[float, float], down: tuple[float, float], orientation: int
) -> None:
    box = Box(across[0], down[0], across[1], down[1])
    assert unturn(turn(box, orientation), orientation) == box
    assert turn(unturn(box, orientation), orientation) == box


@given(eighths, eighths, orientations)
def test_a_box_covers_the_same_pixels_upright_and_stored(
    across: tuple[float, float], down: tuple[float, float], orientation: int
) -> None:
    stored = np.zeros((16, 24, 3), np.uint8)
    box = Box(across[0], down[0], across[1], down[1])
    _fill(stored, box)
    expected = np.zeros_like(upright(stored, orientation))
    _fill(expected, turn(box, orientation))
    assert np.array_equal(upright(stored, orientation), expected)


def _fill(pixels: np.ndarray, box: Box) -> None:
    height, width = pixels.shape[:2]
    rows = slice(int(box.top * height), int(box.bottom * height))
    pixels[rows, int(box.left * width) : int(box.right * width)] = 255
