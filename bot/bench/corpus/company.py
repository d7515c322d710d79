"""Pictures of people: two official portraits, alone before a scene or several in a row."""

from functools import cache
from importlib.resources import files

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from bot.bench.corpus.indoors import room
from bot.bench.corpus.noise import HIGH, WIDE, Dice, Plane
from bot.bench.corpus.outdoors import hills
from bot.pixels.header import picture

# Head and shoulders, in pixels of the portraits that ship.
BUSTS = {"admiral": (70, 60, 470, 560), "astronaut": (90, 10, 370, 350)}
MOST_IN_A_ROW = 5


def faces_of(number: int) -> int:
    """How many are in the company with this number: one at least."""
    return number % MOST_IN_A_ROW + 1


def company(dice: Dice, number: int) -> Plane:
    """`faces_of(number)` people before a room or hills."""
    count = faces_of(number)
    scene = room(dice) if number % 2 else hills(dice)
    behind = Image.fromarray((np.clip(scene, 0, 1) * 255).astype(np.uint8))
    behind = behind.filter(ImageFilter.GaussianBlur(3))
    wide = WIDE // count
    for place in range(count):
        bust, mask = _bust(list(BUSTS)[int(dice.integers(2))])
        if dice.random() < 0.5:
            bust, mask = ImageOps.mirror(bust), ImageOps.mirror(mask)
        tall = int(min(HIGH * 0.85, wide * 1.25) * dice.uniform(0.9, 1.0))
        size = (round(bust.width * tall / bust.height), tall)
        spot = (place * wide + (wide - size[0]) // 2, HIGH - tall - int(dice.integers(0, 30)))
        behind.paste(bust.resize(size), spot, mask.resize(size))
    return np.asarray(behind, np.float32) / np.float32(255)


@cache
def _bust(name: str) -> tuple[Image.Image, Image.Image]:
    data = (files("bot.sandbox") / "photos" / f"{name}.jpg").read_bytes()
    cut = picture(data).convert("RGB").crop(BUSTS[name])
    mask = Image.new("L", cut.size, 0)
    ImageDraw.Draw(mask).ellipse((12, 6, cut.width - 12, cut.height * 1.25), fill=255)
    return cut, mask.filter(ImageFilter.GaussianBlur(9))
