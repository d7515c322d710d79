"""Only a small JPEG that says nothing but its picture may leave."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.pixels.encode import encode_jpeg
from bot.remote.bare import MOST_SIDE, require_bare
from bot.remote.remote import Remote
from bot.remote.turns import Turn
from bot.sandbox.endpoint import StandIn
from storage.outbound import CallKind
from storage.people import PersonId
from tests.remote.conftest import Went


def picture(width: int = 64, height: int = 48) -> bytes:
    return encode_jpeg(np.full((height, width, 3), (30, 80, 200), np.uint8))


def written(**more: object) -> bytes:
    """What a picture program writes."""
    file = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(file, "JPEG", **more)
    return file.getvalue()


def with_exif() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "a camera"
    return written(exif=exif)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1024, 768), (600, 1024)])
def test_what_our_own_encoder_writes_may_leave(width: int, height: int) -> None:
    require_bare(picture(width, height))


def test_a_progressive_one_may_leave_too() -> None:
    require_bare(written(progressive=True))


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(with_exif(), id="exif"),
        pytest.param(written(comment=b"Lou at home"), id="comment"),
        pytest.param(written(xmp=b"<x:xmpmeta/>"), id="xmp"),
        pytest.param(written(icc_profile=b"a profile with a serial number"), id="profile"),
        pytest.param(picture(MOST_SIDE + 1, 10), id="too wide"),
        pytest.param(picture(10, MOST_SIDE + 1), id="too high"),
        pytest.param(picture() + b"a film after the picture", id="something after it"),
        pytest.param(picture() + picture(), id="two in one"),
        pytest.param(picture()[:-30], id="cut"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x89PNG\r\n\x1a\n", id="png"),
    ],
)
def test_anything_that_tells_more_stays_here(told: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        require_bare(told)


@given(st.binary(max_size=200))
def test_junk_is_refused_and_nothing_else_happens(junk: bytes) -> None:
    for told in (junk, b"\xff\xd8" + junk, b"\xff\xd8" + junk + b"\xff\xd9"):
        with pytest.raises(ValueError, match=r".+"):
            require_bare(told)


async def test_the_server_sees_exactly_the_bare_picture(
    remote: Remote, lou: PersonId, stand_in: StandIn, went: Went
) -> None:
    shown = picture(1024, 683)
    messages = [Turn("system", "Task: captions; language: fr"), Turn("user", "Trois légendes.")]
    reply = await remote.chat(
        lou, messages, kind=CallKind.CAPTIONS, most_tokens=200, picture=shown
    )
    [seen] = stand_in.seen
    assert list(seen.pictures) == [shown]
    opened = Image.open(io.BytesIO(seen.pictures[0]))  # noqa: TID251 - as the server would
    assert max(opened.size) <= MOST_SIDE
    assert not opened.getexif()
    assert "bleu" in reply.text
    [sent] = await went(lou)
    assert sent.bytes_sent >= len(shown)


async def test_a_picture_that_tells_more_is_a_bug_and_nothing_leaves(
    remote: Remote, lou: PersonId, stand_in: StandIn, went: Went
) -> None:
    with pytest.raises(ValueError, match="metadata"):
        await remote.chat(
            lou, [Turn("user", "?")], kind=CallKind.CAPTIONS, most_tokens=9, picture=with_exif()
        )
    assert not stand_in.seen
    assert not await went(lou)
