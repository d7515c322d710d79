import io
import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.pixels.encode import encode_jpeg
from bot.pixels.provenance import SourceType, with_xmp, xmp_packet
from tests.pixels.pictures import decoded, drawing

EXT = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PLUS = "{http://ns.useplus.org/ldf/xmp/1.0/}"
printable = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=60)


def described(packet: bytes) -> ET.Element:
    inside = re.sub(rb"<\?xpacket[^>]*\?>", b"", packet)
    return next(iter(ET.fromstring(inside)[0]))  # noqa: S314 - our own packet


@given(st.sampled_from(SourceType), printable, st.none() | printable)
def test_a_packet_says_how_the_picture_was_made_and_forbids_training(
    source: SourceType, tool: str, alt_text: str | None
) -> None:
    about = described(xmp_packet(source, tool=tool, alt_text=alt_text))
    assert about.get(f"{EXT}DigitalSourceType") == (
        f"http://cv.iptc.org/newscodes/digitalsourcetype/{source}"
    )
    assert about.get(f"{XMP}CreatorTool") == tool
    assert about.get(f"{PLUS}DataMining", "").endswith("DMI-PROHIBITED-AIMLTRAINING")
    assert "".join(about.itertext()).strip() == (alt_text or "").strip()


def test_a_jpeg_carries_the_packet_and_the_same_pixels() -> None:
    jpeg = encode_jpeg(np.asarray(drawing()))
    packet = xmp_packet(SourceType.COLLAGE_OF_PHOTOS, tool="Pépite")
    marked = with_xmp(jpeg, packet)
    with Image.open(io.BytesIO(marked)) as image:  # noqa: TID251 - another reader
        assert image.info["xmp"] == packet
    assert np.array_equal(decoded(marked), decoded(jpeg))


@pytest.mark.parametrize("jpeg", [b"", b"\x89PNG", b"\xff\xd8\xff\xe0" + bytes(20)])
def test_only_a_jpeg_and_only_a_packet_that_fits_are_taken(jpeg: bytes) -> None:
    with pytest.raises(ValueError, match="JPEG"):
        with_xmp(jpeg, bytes(70_000))
