import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from bot.pixels.colour import to_srgb
from bot.pixels.decode import decode_scaled
from bot.pixels.encode import blurred, encode_jpeg, thumbnail
from bot.pixels.geometry import Size
from bot.pixels.header import Format, probe
from bot.pixels.small import small
from tests.pixels.pictures import SRGB, drawing, said, saved


@given(
    st.sampled_from([Format.JPEG, Format.PNG, Format.WEBP]),
    *[st.integers(1, 300)] * 2,
    *[st.integers(1, 400)] * 2,
)
def test_pixels_are_as_many_as_asked_for_or_all_there_are(
    known: Format, width: int, height: int, least_width: int, least_height: int
) -> None:
    data = saved(drawing(width, height), known)
    pixels = decode_scaled(data, Size(least_width, least_height))
    assert pixels.shape[2] == 3
    assert min(width, least_width) <= pixels.shape[1] <= width
    assert min(height, least_height) <= pixels.shape[0] <= height


def test_a_large_jpeg_is_decoded_small() -> None:
    pixels = decode_scaled(saved(drawing(1600, 1200), Format.JPEG), Size(200, 150))
    assert pixels.shape == (150, 200, 3)


@pytest.mark.parametrize("least", [Size(100, 75), Size(160, 120), Size(390, 290)])
def test_small_looks_like_large(least: Size) -> None:
    image = drawing(800, 600)
    pixels = decode_scaled(saved(image, Format.JPEG, quality=95), least)
    expected = image.resize((pixels.shape[1], pixels.shape[0]), Image.Resampling.BOX)
    assert np.abs(pixels.astype(int) - np.asarray(expected)).mean() < 8


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "I;16"])
def test_every_mode_becomes_rgb_and_what_is_transparent_white(mode: str) -> None:
    match mode:
        case "I;16":
            image = Image.fromarray(np.full((20, 30), 65535, np.uint16))
        case "RGBA" | "LA":
            image = Image.new(mode, (30, 20), 0)
        case _:
            image = Image.new("L", (30, 20), 255).convert(mode)
    pixels = decode_scaled(saved(image, Format.PNG), Size(30, 20))
    assert pixels.shape == (20, 30, 3)
    assert pixels.min() == 255


def test_a_cmyk_jpeg_is_read_too() -> None:
    pixels = decode_scaled(saved(drawing(mode="CMYK"), Format.JPEG, quality=95), Size(61, 43))
    assert np.abs(pixels.astype(int) - np.asarray(drawing())).mean() < 12


def test_of_a_moving_picture_the_first_frame_counts() -> None:
    first, second = Image.new("RGB", (20, 20), "red"), Image.new("RGB", (20, 20), "blue")
    data = saved(first, Format.GIF, save_all=True, append_images=[second])
    assert tuple(decode_scaled(data, Size(20, 20))[5, 5]) == (255, 0, 0)


def red_and_blue_exchanged() -> bytes:
    """A valid profile with which any conversion shows."""
    profile = bytearray(SRGB.replace("sRGB".encode("utf-16-be"), "test".encode("utf-16-be")))
    tags = {bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * profile[131], 12)}
    profile[tags[b"rXYZ"] : tags[b"rXYZ"] + 4] = b"bXYZ"
    profile[tags[b"bXYZ"] : tags[b"bXYZ"] + 4] = b"rXYZ"
    return bytes(profile)


def test_colours_come_through_their_profile() -> None:
    red = np.full((4, 4, 3), (255, 0, 0), np.uint8)
    assert tuple(to_srgb(red, red_and_blue_exchanged())[0, 0]) == (0, 0, 255)


def test_a_profile_that_says_nothing_new_or_nothing_at_all_changes_nothing() -> None:
    red = np.full((4, 4, 3), (255, 0, 0), np.uint8)
    of_lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (None, b"junk", of_lab, SRGB):
        assert to_srgb(red, profile) is red


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_thumbnail_is_upright_small_and_says_nothing(orientation: int) -> None:
    data = saved(drawing(400, 200), Format.JPEG, **said(Format.JPEG, orientation))
    made = probe(thumbnail(data, 100))
    assert made.size == (Size(100, 50) if orientation in {1, 3} else Size(50, 100))
    assert (made.exif, made.icc) == (b"", None)


def test_small_pictures_are_never_made_larger() -> None:
    assert small(saved(drawing(40, 30), Format.PNG), 640).shape == (30, 40, 3)


def test_blurred_keeps_the_light_and_loses_every_edge() -> None:
    chessboard = (np.indices((320, 320)).sum(axis=0) // 16 % 2 * 255).astype(np.uint8)
    data = saved(Image.fromarray(chessboard).convert("RGB"), Format.PNG)
    soft = small(blurred(data, 320), 320).astype(int)
    assert abs(soft.mean() - chessboard.mean()) < 4
    assert np.abs(np.diff(soft[40:-40, 40:-40], axis=1)).max() < 12


def test_encoding_is_plain_and_close() -> None:
    pixels = np.asarray(drawing(320, 200))
    jpeg = encode_jpeg(pixels)
    assert probe(jpeg).exif == b""
    assert np.abs(decode_scaled(jpeg, Size(320, 200)).astype(int) - pixels).mean() < 8
