"""Papers by code: letters, forms, invoices, notes, receipts and memes, as a camera meets them."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from bot.bench.corpus.bases import Base, base_pixels, scene
from bot.bench.corpus.lens import Camera, develop
from bot.bench.corpus.letters import BOLD, face, price, sheet, words, wrapped
from bot.bench.corpus.noise import Dice, clouds

A4: Final = (1000, 1414)
Pen = ImageDraw.ImageDraw


def letter(dice: Dice) -> Image.Image:
    page, pen = sheet(A4, "#fbfbf8")
    font = face(24, is_serif=bool(dice.random() < 0.5))
    pen.text((90, 90), words(dice, 3), font=face(26, weight=BOLD), fill="#111111")
    top = 240.0
    for _ in range(int(dice.integers(3, 7))):
        for line in wrapped(pen, words(dice, int(dice.integers(25, 70))), font, 820):
            if top < A4[1] - 90:
                pen.text((90, top), line, font=font, fill="#1d1d1f")
            top += 34
        top += 26
    return page


def form(dice: Dice) -> Image.Image:
    page, pen = sheet(A4, "#fdfdfb")
    pen.text((80, 70), words(dice, 3).upper(), font=face(38, weight=BOLD), fill="#123a6b")
    for row in range(int(dice.integers(10, 17))):
        top = 170 + row * 72
        pen.text((80, top), words(dice, 2), font=face(20), fill="#333333")
        pen.rectangle((360, top - 8, 920, top + 38), outline="#777777", width=2)
        if dice.random() < 0.7:
            pen.text((374, top), words(dice, 2), font=face(22, is_serif=True), fill="#1a3fa0")
    return page


def invoice(dice: Dice) -> Image.Image:
    page, pen = sheet(A4, "#ffffff")
    pen.rectangle((0, 0, A4[0], 120), fill=tuple(int(part) for part in dice.integers(30, 200, 3)))
    pen.text((70, 36), words(dice, 2), font=face(42, weight=BOLD), fill="#ffffff")
    for row in range(int(dice.integers(8, 18))):
        top = 260 + row * 56
        pen.line([(70, top + 44), (930, top + 44)], fill="#bbbbbb", width=2)
        pen.text((80, top), words(dice, 3), font=face(22), fill="#222222")
        pen.text((780, top), price(dice), font=face(22), fill="#222222")
    pen.text(
        (640, A4[1] - 150), f"Total {price(dice)}", font=face(34, weight=BOLD), fill="#111111"
    )
    return page


def notes(dice: Dice) -> Image.Image:
    """A squared page written by hand, as far as a face of type can look like one."""
    page, pen = sheet(A4, "#fafaf5")
    for step in range(0, A4[1], 36):
        pen.line([(0, step), (A4[0], step)], fill="#c8d6ea", width=2)
        pen.line([(step, 0), (step, A4[1])], fill="#c8d6ea", width=2)
    for row in range(int(dice.integers(8, 30))):
        line = words(dice, int(dice.integers(2, 7)))
        x = 70 + dice.normal(0, 12)
        pen.text(
            (x, 70 + row * 43 + dice.normal(0, 4)),
            line,
            font=face(34, is_serif=True),
            fill="#20357a",
        )
    return page


def slip(dice: Dice) -> Image.Image:
    """A till's receipt, narrow and long."""
    rows = int(dice.integers(8, 30))
    page, pen = sheet((520, 420 + rows * 40), "#fcfcfa")
    pen.text((120, 40), words(dice, 2).upper(), font=face(34, weight=BOLD), fill="#222222")
    pen.text((120, 96), words(dice, 3), font=face(20), fill="#333333")
    for row in range(rows):
        top = 170 + row * 40
        pen.text((36, top), words(dice, 2)[:20], font=face(22), fill="#2b2b2b")
        pen.text((390, top), price(dice), font=face(22), fill="#2b2b2b")
    top = 190 + rows * 40
    pen.line([(30, top), (490, top)], fill="#222222", width=3)
    pen.text((36, top + 16), f"TOTAL   {price(dice)}", font=face(34, weight=BOLD), fill="#111111")
    for x in range(60, 460, 6):
        pen.line([(x, top + 90), (x, top + 170)], fill="#111111", width=int(dice.integers(1, 5)))
    return page


def meme(dice: Dice) -> Image.Image:
    """A picture with large white words above and below, or black words over a white band."""
    shown = scene(dice, range(9100, 9400))
    if dice.random() < 0.5:
        page, pen = sheet((800, 600 + 150), "#ffffff")
        page.paste(shown, (0, 150))
        for row, line in enumerate(wrapped(pen, words(dice, 9), face(44, weight=BOLD), 740)[:2]):
            pen.text((30, 24 + row * 56), line, font=face(44, weight=BOLD), fill="#000000")
        return page
    pen = ImageDraw.Draw(shown)
    font = face(58, weight=900)
    for top in (18, 510):
        line = wrapped(pen, words(dice, 4).upper(), font, 760)[0]
        left = (800 - pen.textlength(line, font=font)) / 2
        pen.text(
            (left, top), line, font=font, fill="#ffffff", stroke_width=5, stroke_fill="#000000"
        )
    return shown


def on_a_table(page: Image.Image, dice: Dice) -> Image.Image:
    """A paper photographed by hand: turned a little, shaded, on wood or cloth."""
    bare = base_pixels(Base("table", int(dice.integers(9200, 9203))))
    behind = Image.fromarray((bare * 255).astype(np.uint8))
    behind = behind.resize((1280, 960), Image.Resampling.BICUBIC).filter(
        ImageFilter.GaussianBlur(2)
    )
    if page.height > page.width:
        behind = behind.transpose(Image.Transpose.ROTATE_90)
    tall = round(behind.height * dice.uniform(0.8, 1.02))
    small = page.resize((round(page.width * tall / page.height), tall), Image.Resampling.LANCZOS)
    mask = Image.new("L", small.size, 255)
    turn = float(dice.normal(0, 4))
    small, mask = (
        one.rotate(turn, Image.Resampling.BICUBIC, expand=True) for one in (small, mask)
    )
    spot = ((behind.width - small.width) // 2, (behind.height - small.height) // 2)
    behind.paste(small, spot, mask)
    light = Image.fromarray(clouds(dice, 1.2, octaves=2)).resize(behind.size)
    shaded = np.asarray(behind, np.float32) / 255 * (0.86 + 0.12 * np.asarray(light))[..., None]
    camera = Camera(
        exposure=float(dice.uniform(0.8, 1.05)), warmth=float(dice.uniform(-0.02, 0.1)),
        grain=float(dice.uniform(2, 6)), vignette=float(dice.uniform(0.05, 0.35)),
    )  # fmt: skip
    return develop(np.asarray(shaded, np.float32), camera, dice)


# Style → how it is drawn, whether a camera took it, and whether thresholds were found without it.
PAPERS: Final[Mapping[str, tuple[Callable[[Dice], Image.Image], bool, bool]]] = {
    "letter": (letter, True, False),
    "letter-scan": (letter, False, False),
    "form": (form, True, False),
    "invoice": (invoice, True, True),
    "notes": (notes, True, True),
    "form-scan": (form, False, True),
    "slip": (slip, True, False),
    "slip-scan": (slip, False, True),
    "meme": (meme, False, False),
}


def paper(style: str, seed: int) -> Image.Image:
    """The paper or meme of this style and number."""
    drawn, is_photographed, _ = PAPERS[style]
    dice = np.random.default_rng([102, sorted(PAPERS).index(style), seed])
    page = drawn(dice)
    return on_a_table(page, dice) if is_photographed else page
