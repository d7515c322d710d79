"""One picture on a phone's screen: all of it is there, and the screen is full."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pixels.backdrop import on_screen
from bot.pixels.decode import decode_scaled
from bot.pixels.encode import encode_jpeg
from bot.pixels.geometry import Size
from bot.pixels.header import probe

SCREEN = Size(1080, 1920)
CLEAR = 250
sides = st.integers(40, 900)


@settings(max_examples=12, deadline=None)
@given(sides, sides)
def test_any_picture_fills_the_screen_and_is_whole_within_the_clear_part(
    width: int, height: int
) -> None:
    """A white picture on its own dimmed backdrop: what is bright is the picture."""
    white = encode_jpeg(np.full((height, width, 3), 255, np.uint8))
    screen = on_screen(white, SCREEN, CLEAR)
    assert probe(screen).size == SCREEN

    bright = decode_scaled(screen, SCREEN).min(axis=2) > 225
    rows, columns = np.flatnonzero(bright.any(axis=1)), np.flatnonzero(bright.any(axis=0))
    seen = (columns[-1] - columns[0] + 1) / (rows[-1] - rows[0] + 1)
    assert abs(seen - width / height) <= 0.06 * width / height + 0.02
    assert rows[0] >= CLEAR - 8
    assert rows[-1] < SCREEN.height - CLEAR + 8
