import struct
import zlib

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.pixels.decode import decode_scaled
from bot.pixels.door import open_safely
from bot.pixels.encode import clean, thumbnail
from bot.pixels.geometry import Size
from bot.pixels.header import Format, probe
from bot.pixels.orientation import upright_size
from bot.pixels.refusals import (
    BREAKS,
    PictureEmpty,
    PictureTooLarge,
    PictureUnreadable,
    PictureUnsupported,
    Refused,
)
from tests.pixels.pictures import CANARY, decoded, drawing, jpeg_that_tells_all, said, saved

GOOD = {known: saved(drawing(), known, **said(known, 6)) for known in Format}
GOOD_BYTES = [*GOOD.values(), jpeg_that_tells_all(6)]


@pytest.mark.parametrize("known", list(Format))
def test_every_allowed_format_comes_in_upright(known: Format) -> None:
    opened = open_safely(GOOD[known])
    assert opened.format is known
    # libheif turns by itself, and a GIF cannot be turned.
    assert opened.orientation == (1 if known in {Format.HEIF, Format.GIF} else 6)
    assert opened.size == (Size(61, 43) if known is Format.GIF else Size(43, 61))


@pytest.mark.parametrize("known", list(Format))
def test_what_may_be_kept_says_nothing_and_is_a_jpeg_where_it_was_a_heif(known: Format) -> None:
    kept = probe(open_safely(GOOD[known]).clean)
    assert CANARY not in open_safely(GOOD[known]).clean
    assert kept.format is (Format.JPEG if known is Format.HEIF else known)
    assert upright_size(kept.size, kept.orientation) == open_safely(GOOD[known]).size


def test_nothing_is_no_picture() -> None:
    with pytest.raises(PictureEmpty):
        open_safely(b"")


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"<html>", b"#EXTM3U\n",
        b"PK\x03\x04",
        b"BM" + bytes(100), b"II*\0" + bytes(100), b"\0", b"\0\0\0\x18ftypmp42" + bytes(90),
        b"\0\0\0\x18ftypavif" + bytes(90), b"RIFF\0\0\0\0WAVE", b"8BPS" + bytes(60),
    ],
)  # fmt: skip
def test_a_name_does_not_make_a_picture(data: bytes) -> None:
    with pytest.raises(PictureUnsupported):
        open_safely(data)


@pytest.mark.parametrize("known", list(Format))
def test_a_picture_cut_short_is_refused(known: Format) -> None:
    data = saved(drawing(200, 150), known)
    for kept in (12, len(data) // 3, len(data) // 2, len(data) - len(data) // 8):
        with pytest.raises(PictureUnreadable):
            open_safely(data[:kept])


def png_that_claims(width: int, height: int) -> bytes:
    """A few hundred bytes; the pixels it promises would all be there."""
    rows = zlib.compress(bytes(1024))
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)), (b"IDAT", rows)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in [*chunks, (b"IEND", b"")]
    )


@pytest.mark.parametrize(
    ("width", "height"), [(50_000, 50_000), (16_001, 10), (10, 16_001), (7_072, 7_072)]
)
def test_a_bomb_is_refused_by_its_header(width: int, height: int) -> None:
    with pytest.raises(PictureTooLarge) as refusal:
        open_safely(png_that_claims(width, height))
    assert refusal.value.facts == {"megapixels": 50, "side": 16_000}


def test_every_refusal_has_its_sentence() -> None:
    ids = {kind.text_id for kind in Refused.__subclasses__()}
    assert ids == {
        "error-picture-empty",
        "error-picture-unsupported",
        "error-picture-unreadable",
        "error-picture-too-large",
    }


@st.composite
def hostile(draw: st.DrawFn) -> bytes:
    """A good picture cut, flipped, or spliced with another."""
    data = bytearray(draw(st.sampled_from(GOOD_BYTES)))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        match draw(st.sampled_from(["cut", "flip", "splice", "stuff"])):
            case "cut":
                del data[at:]
            case "flip" if data:
                data[at] = draw(st.integers(0, 255))
            case "splice":
                other = draw(st.sampled_from(GOOD_BYTES))
                data[at:] = other[draw(st.integers(0, len(other))) :]
            case _:
                data[at:at] = draw(st.binary(max_size=40))
    return bytes(data)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(hostile())
def test_hostile_bytes_open_or_are_refused_and_nothing_else(data: bytes) -> None:
    for machine in (open_safely, clean, thumbnail):
        try:
            machine(data)
        except Refused:
            continue
    try:
        opened = open_safely(data)
        before = decoded(data)
    except (Refused, *BREAKS):
        return
    assert decode_scaled(data, Size(8, 8)).ndim == 3
    if opened.format is not Format.HEIF:
        after = decoded(opened.clean)  # of a moving picture that is cut, the whole frames
        assert np.array_equal(after, before[: len(after)])
