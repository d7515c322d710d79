"""Whatever a file holds, it has a look: grey, four inks, deep, see-through, moving, tiny, long."""

import io
from collections.abc import Callable, Mapping
from functools import cache

import numpy as np
import pytest
from PIL import Image

from bot.looks.catalogue import Look, Recipe
from bot.looks.manner import manner_of
from bot.looks.restyle import restyle
from bot.looks.sheet import contact_sheet
from bot.pixels.door import open_safely
from bot.vision.look import look_at
from bot.vision.sight import Sight
from tests.looks.photos import photo

LOOKS = (Look.SUN, Look.PENCIL, Look.DUSK, Look.FILM, Look.ROSETTE)


def shot() -> Image.Image:
    return Image.open(io.BytesIO(photo("palace"))).resize((320, 214))  # noqa: TID251 - our own


def saved(picture: Image.Image, kind: str, **facts: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **facts)
    return file.getvalue()


def deep() -> bytes:
    wide = np.asarray(shot().convert("L"), np.uint16) * 257
    return saved(Image.fromarray(wide), "PNG")


def see_through() -> bytes:
    glass = shot().convert("RGBA")
    glass.putalpha(Image.linear_gradient("L").resize(glass.size))
    return saved(glass, "PNG")


def moving() -> bytes:
    return saved(shot(), "GIF", save_all=True, append_images=[shot().rotate(9)], duration=80)


ODD: Mapping[str, Callable[[], bytes]] = {
    "greyscale": lambda: saved(shot().convert("L"), "JPEG"),
    "black": lambda: saved(Image.new("RGB", (240, 240)), "JPEG"),
    "CMYK": lambda: saved(shot().convert("CMYK"), "JPEG"),
    "16 bits": deep,
    "transparent": see_through,
    "animated": moving,
    "thumbnail": lambda: saved(shot().resize((200, 134)), "JPEG"),
    "panorama": lambda: saved(shot().resize((640, 160)), "JPEG"),
    "a few pixels": lambda: saved(shot().resize((3, 5)), "PNG"),
}


@cache
def opened(name: str) -> tuple[bytes, Sight]:
    clean = open_safely(ODD[name]()).clean
    return clean, look_at(clean, faces=True)


@pytest.mark.parametrize("name", list(ODD))
def test_any_photo_has_a_look_of_its_own_shape(name: str) -> None:
    clean, sight = opened(name)
    for look in LOOKS:
        made = restyle(clean, sight, Recipe(look))
        assert abs(made.width / made.height / sight.size.aspect - 1) < 0.02
        shown = Image.open(io.BytesIO(made.jpeg))  # noqa: TID251 - our own
        assert (shown.mode, shown.size) == ("RGB", (made.width, made.height))


@pytest.mark.parametrize("name", ["16 bits", "panorama", "a few pixels"])
def test_any_photo_lends_and_takes_a_style(name: str) -> None:
    clean, sight = opened(name)
    made = restyle(clean, sight, Recipe(Look.OWN, style=manner_of(clean)))
    assert made.width >= sight.size.width


@pytest.mark.parametrize("name", ["panorama", "a few pixels"])
def test_any_photo_has_a_contact_sheet(name: str) -> None:
    clean, sight = opened(name)
    sheet = contact_sheet(clean, sight, [Look.PENCIL, Look.HALFTONE], ["a", "b"], "c")
    assert Image.open(io.BytesIO(sheet)).width == 1752  # noqa: TID251 - our own
