"""What comes in is opened once: the eyes get what the check decoded."""

import io

import pillow_heif
import pytest
from PIL import Image

from bot.gallery.intake import take_picture
from bot.vision.look import look_at
from tests.conversations.given import picture

WITH_PLACE = True


def heic(data: bytes) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(data)) as opened:  # noqa: TID251 - ours
        pillow_heif.from_pillow(opened.convert("RGB")).save(out, format="HEIF")
    return out.getvalue()


@pytest.mark.parametrize("given", [picture("cat"), heic(picture("cat"))], ids=["jpeg", "heic"])
def test_the_eyes_see_what_the_check_decoded(given: bytes) -> None:
    intake = take_picture(given, WITH_PLACE)

    assert intake.glance is not None
    assert intake.glance.whole == intake.size
    seen, again = look_at(intake.glance, faces=False), look_at(intake.clean, faces=False)
    assert (seen.size, seen.kind) == (again.size, again.kind)
