"""What comes in is opened once: the eyes get what the check decoded, and bursts collapse."""

import io
from datetime import timedelta

import pillow_heif
import pytest
from PIL import Image, ImageFilter

from bot.gallery.intake import take_picture
from bot.gallery.left_out import Candidate, LeftOut, Reason, left_out
from bot.sandbox.album import LYON, Taken
from bot.sandbox.album_exif import exif_of
from bot.sandbox.album_light import Light, as_heic, photo
from bot.vision.look import look_at
from tests.conversations.given import DAY, picture

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


def test_a_burst_of_heics_leaves_its_sharpest_to_stand_for_it() -> None:
    whole = photo("dahlia", Light(), size=(480, 360))
    blurs = (2.0, 0.0, 1.0)
    given = [
        as_heic(
            whole.filter(ImageFilter.GaussianBlur(blur)),
            exif_of(Taken(number, DAY + timedelta(seconds=number), LYON).shot()),
        )
        for number, blur in enumerate(blurs)
    ]

    opened = [take_picture(data, WITH_PLACE) for data in given]
    seen = [
        Candidate(blur, look_at(one.glance or one.clean, faces=False), one.taken)
        for blur, one in zip(blurs, opened, strict=True)
    ]

    assert all(one.is_converted and one.place for one in opened)
    assert left_out(seen) == {
        2.0: LeftOut(Reason.BURST, 0.0),
        1.0: LeftOut(Reason.BURST, 0.0),
    }
