import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.pixels.encode import clean, heic_to_jpeg
from bot.pixels.header import Format, probe
from bot.pixels.refusals import PictureUnsupported
from bot.pixels.strip import strip
from tests.pixels.pictures import (
    CANARY,
    SRGB,
    decoded,
    drawing,
    jpeg_that_tells_all,
    said,
    saved,
)

STRIPPED = (Format.JPEG, Format.PNG, Format.WEBP)
MODES = {
    Format.JPEG: ("RGB", "L", "CMYK"),
    Format.PNG: ("RGB", "RGBA", "L", "LA", "P", "1"),
    Format.WEBP: ("RGB", "RGBA"),
}
cases = st.sampled_from([(known, mode) for known in STRIPPED for mode in MODES[known]])


@given(cases, st.integers(1, 8), st.booleans(), st.integers(1, 90), st.integers(1, 90))
def test_stripping_touches_no_pixel_and_leaves_no_word(
    case: tuple[Format, str],
    orientation: int,
    icc: bool,  # noqa: FBT001 - drawn by Hypothesis
    width: int,
    height: int,
) -> None:
    known, mode = case
    data = saved(drawing(width, height, mode), known, **said(known, orientation, icc=icc))
    assert CANARY in data

    clean_data = strip(data)

    assert CANARY not in clean_data
    assert np.array_equal(decoded(clean_data), decoded(data))
    assert probe(clean_data).orientation == orientation
    assert probe(clean_data).icc == (SRGB if icc else None)
    assert strip(clean_data) == clean_data


@pytest.mark.parametrize("orientation", [1, 6])
def test_every_segment_of_a_jpeg_is_silenced_even_between_scans_and_after_the_end(
    orientation: int,
) -> None:
    data = jpeg_that_tells_all(orientation)
    clean_data = strip(data)

    assert CANARY not in clean_data
    assert b"MPF" not in clean_data
    assert np.array_equal(decoded(clean_data), decoded(data))
    assert probe(clean_data).orientation == orientation


def test_what_moves_still_moves() -> None:
    frames = [drawing(20, 20), drawing(20, 20).transpose(Image.Transpose.ROTATE_90)]
    for known in (Format.GIF, Format.WEBP, Format.PNG):
        data = saved(
            frames[0], known, save_all=True, append_images=frames[1:], loop=0, **said(known)
        )
        clean_data = strip(data)
        assert CANARY not in clean_data
        assert np.array_equal(decoded(clean_data), decoded(data))
        assert len(decoded(clean_data)) == 2


def test_a_turned_picture_keeps_only_its_orientation_in_exif() -> None:
    for known in STRIPPED:
        clean_data = strip(saved(drawing(), known, **said(known, 8)))
        with Image.open(io.BytesIO(clean_data)) as image:  # noqa: TID251 - another reader
            assert dict(image.getexif()) == {0x0112: 8}


def test_a_heif_becomes_an_upright_jpeg_that_keeps_its_profile() -> None:
    data = saved(drawing(160, 90), Format.HEIF, quality=90, **said(Format.HEIF))
    with pytest.raises(PictureUnsupported):
        strip(data)

    jpeg = heic_to_jpeg(data)

    assert clean(data) == jpeg
    assert CANARY not in jpeg
    assert (probe(jpeg).format, probe(jpeg).icc) == (Format.JPEG, SRGB)
    difference = decoded(jpeg)[0].astype(int) - decoded(data)[0]
    assert np.abs(difference).mean() < 3
