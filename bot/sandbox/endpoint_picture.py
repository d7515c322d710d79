"""What the stand-in sees, a main colour, and what it paints: hills of nowhere."""

import colorsys
import hashlib
import io
import math
import random
from typing import Final

from PIL import Image, ImageDraw, ImageFont

HILLS: Final = 4
GREY_BELOW: Final = 0.18  # saturation
DARK, LIGHT = 0.2, 0.85
HUES: Final = (  # degrees, up to which a name reaches
    (15, "red"), (45, "orange"), (70, "gold"), (165, "green"), (255, "blue"), (290, "violet"),
    (345, "pink"), (361, "red"),
)  # fmt: skip


def main_colour(jpeg: bytes) -> str:
    """The name of a picture's average colour."""
    with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as opened:  # noqa: TID251 - our own bytes
        red, green, blue = opened.convert("RGB").resize((1, 1)).tobytes()
    hue, saturation, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
    if value < DARK:
        return "black"
    if saturation < GREY_BELOW:
        return "white" if value > LIGHT else "grey"
    return next(name for until, name in HUES if hue * 360 < until)


def painted(prompt: str, width: int, height: int) -> bytes:
    """A PNG; the same prompt gives the same hills, and says nothing of what was asked for."""
    dice = random.Random(hashlib.sha256(prompt.encode()).digest())  # noqa: S311 - paint, no secret
    hue = dice.random()
    sky = Image.linear_gradient("L").resize((width, height))
    picture = Image.composite(
        Image.new("RGB", (width, height), _tone(hue + 0.08, 0.35, 0.98)),
        Image.new("RGB", (width, height), _tone(hue, 0.45, 0.75)),
        sky,
    )
    draw = ImageDraw.Draw(picture)
    for number in range(HILLS):
        depth = (number + 1) / HILLS
        draw.polygon(_hill(dice, width, height, depth), _tone(hue + 0.12, 0.5, 0.75 - depth / 2))
    size = max(16, height // 28)
    draw.text((size, height - 2 * size), "stand-in", "white", ImageFont.load_default(size))
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def _hill(dice: random.Random, width: int, height: int, depth: float) -> list[tuple[float, float]]:
    """A ridge across the picture and down to its foot; depth: 1 is the nearest."""
    base, swing = height * (0.45 + depth * 0.35), height * 0.12 * (1.2 - depth / 2)
    phases = [dice.uniform(0, math.tau) for _ in range(3)]
    ridge = [
        (
            x,
            base
            + swing
            * sum(math.sin(x / width * 5 * (n + 1) + p) / (n + 1) for n, p in enumerate(phases)),
        )
        for x in range(0, width + 8, 8)
    ]
    return [(0.0, float(height)), *ridge, (float(width + 8), float(height))]


def _tone(hue: float, saturation: float, value: float) -> tuple[int, int, int]:
    red, green, blue = colorsys.hsv_to_rgb(hue % 1, saturation, value)
    return round(red * 255), round(green * 255), round(blue * 255)
