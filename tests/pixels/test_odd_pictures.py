"""Rare kinds look as people see them: grey, printed, deep, see-through, moving, long."""

import numpy as np
import pytest
from PIL import Image

from bot.pixels.door import open_safely
from bot.pixels.geometry import Size
from bot.pixels.header import Format, probe
from bot.pixels.refusals import PictureTooLarge, PictureUnreadable
from bot.pixels.small import small
from tests.pixels.pictures import decoded, drawing, saved

SIDE = 61
CLOSE = 12.0  # mean difference of 255: what coding and another colour space cost


def seen(data: bytes) -> np.ndarray:
    return small(data, SIDE).astype(float)


def grey(image: Image.Image) -> np.ndarray:
    return np.asarray(image.convert("L").convert("RGB")).astype(float)


@pytest.mark.parametrize(
    ("known", "mode"),
    [
        (Format.JPEG, "L"),
        (Format.PNG, "L"),
        (Format.PNG, "LA"),
        (Format.WEBP, "L"),
        (Format.GIF, "L"),
        (Format.HEIF, "L"),
    ],
)
def test_grey_stays_grey(known: Format, mode: str) -> None:
    shown = seen(saved(drawing(mode=mode), known))
    assert np.abs(shown - grey(drawing())).mean() < CLOSE
    assert np.ptp(shown, axis=2).max() <= 8


@pytest.mark.parametrize(
    ("known", "mode"),
    [(Format.JPEG, "CMYK"), (Format.PNG, "P"), (Format.GIF, "P"), (Format.PNG, "RGBA")],
)
def test_printed_and_counted_colours_are_near_the_true_ones(known: Format, mode: str) -> None:
    shown = seen(saved(drawing(mode=mode), known))
    assert np.abs(shown - np.asarray(drawing()).astype(float)).mean() < 2 * CLOSE


def test_sixteen_bits_are_seen_as_eight_and_neither_black_nor_white() -> None:
    deep = np.linspace(0, 65_535, 64 * 48, dtype=np.uint16).reshape(48, 64)
    shown = seen(saved(Image.fromarray(deep), Format.PNG))
    assert shown.min() < 8
    assert shown.max() > 247
    assert 120 < shown.mean() < 135


def test_one_bit_is_black_and_white() -> None:
    half = Image.new("1", (40, 30))
    half.paste(1, (20, 0, 40, 30))
    shown = seen(saved(half, Format.PNG))
    assert shown[:, :19].max() == 0
    assert shown[:, 21:].min() == 255


@pytest.mark.parametrize("known", [Format.PNG, Format.WEBP, Format.GIF])
def test_what_is_see_through_is_white(known: Format) -> None:
    clear = drawing(mode="RGBA")
    clear.putalpha(Image.new("L", clear.size, 0))
    assert seen(saved(clear, known)).min() >= 250


def moving(known: Format, frames: int = 12) -> bytes:
    pictures = [drawing().rotate(30 * number) for number in range(frames)]
    return saved(
        pictures[0], known, save_all=True, append_images=pictures[1:], duration=40, loop=0
    )


@pytest.mark.parametrize("known", [Format.GIF, Format.WEBP, Format.PNG])
def test_of_what_moves_the_first_picture_is_seen_and_all_are_kept(known: Format) -> None:
    data = moving(known)
    assert np.abs(seen(data) - np.asarray(drawing()).astype(float)).mean() < 2 * CLOSE
    assert len(decoded(open_safely(data).clean)) == 12


@pytest.mark.parametrize("known", [Format.GIF, Format.WEBP])
def test_an_animation_that_is_cut_keeps_its_whole_pictures(known: Format) -> None:
    data = moving(known)
    kept = decoded(open_safely(data[: len(data) * 2 // 3]).clean)
    assert 1 <= len(kept) < 12
    assert np.array_equal(kept, decoded(data)[: len(kept)])
    with pytest.raises(PictureUnreadable):
        open_safely(data[: len(data) // 20])


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (2_400, 30), (30, 2_400)])
@pytest.mark.parametrize("known", list(Format))
def test_dots_lines_and_panoramas_keep_their_shape(known: Format, size: tuple[int, int]) -> None:
    opened = open_safely(saved(Image.new("RGB", size, (200, 40, 40)), known))
    longest = max(opened.glance.size.width, opened.glance.size.height)
    assert opened.size == Size(*size)
    assert longest == min(max(size), 640)
    assert np.abs(opened.glance.pixels.mean(axis=(0, 1)) - (200, 40, 40)).max() < CLOSE


def test_a_webp_may_have_half_the_pixels_and_says_how_many() -> None:
    wide = saved(Image.new("L", (5_001, 5_000)), Format.WEBP, lossless=True, method=0, quality=0)
    with pytest.raises(PictureTooLarge) as refusal:
        probe(wide)
    assert refusal.value.facts == {"megapixels": 25, "side": 16_000}
