"""Screenshots by code: chats of several makers, pages, settings, a shop, a map, a player."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from bot.bench.corpus.bases import scene
from bot.bench.corpus.letters import BOLD, face, price, sheet, words, wrapped
from bot.bench.corpus.noise import Dice

SIZES: Final = ((1080, 2160), (1170, 2532), (1080, 1920), (750, 1334))
WINDOWS: Final = ((1440, 900), (1280, 800), (1920, 1080))


@dataclass(frozen=True, slots=True)
class Skin:
    """The colours of one maker's pages."""

    paper: str
    bar: str
    ink: str
    quiet: str
    mine: str
    theirs: str


LIGHT: Final = (
    Skin("#f2f4f7", "#ffffff", "#16202c", "#8a94a3", "#2f6fed", "#ffffff"),
    Skin("#e5ddd5", "#075e54", "#111b21", "#667781", "#d9fdd3", "#ffffff"),
    Skin("#ffffff", "#f7f7f7", "#050505", "#65676b", "#0084ff", "#e4e6eb"),
)
DARK: Final = (
    Skin("#0e1621", "#17212b", "#f5f5f5", "#6d7f8f", "#2b5278", "#182533"),
    Skin("#000000", "#1c1c1e", "#ffffff", "#8e8e93", "#0a84ff", "#26262a"),
)
Pen = ImageDraw.ImageDraw


def _phone(dice: Dice, skin: Skin) -> tuple[Image.Image, Pen, float]:
    """An empty screen with its status bar, and how many pixels make a point of design."""
    size = SIZES[int(dice.integers(len(SIZES)))]
    page, pen = sheet(size, skin.paper)
    unit = size[0] / 375
    pen.rectangle((0, 0, size[0], 88 * unit), fill=skin.bar)
    clock = f"{int(dice.integers(0, 24))}:{int(dice.integers(0, 60)):02}"
    ink = skin.ink if skin.bar != "#075e54" else "#ffffff"
    pen.text((20 * unit, 10 * unit), clock, font=face(round(15 * unit), weight=BOLD), fill=ink)
    pen.rounded_rectangle(
        (size[0] - 44 * unit, 13 * unit, size[0] - 18 * unit, 25 * unit),
        4 * unit,
        outline=ink,
        width=max(2, round(unit)),
    )
    title = words(dice, int(dice.integers(1, 3)))
    pen.text((62 * unit, 48 * unit), title, font=face(round(19 * unit), weight=BOLD), fill=ink)
    return page, pen, unit


def chat(dice: Dice, skin: Skin) -> Image.Image:
    page, pen, unit = _phone(dice, skin)
    text, top = face(round(16 * unit)), 104 * unit
    pen.ellipse((18 * unit, 42 * unit, 52 * unit, 76 * unit), fill=_tint(dice))
    while top < page.height - 120 * unit:
        if dice.random() < 0.12:
            top = _picture(page, dice, (70 * unit, top, 200 * unit, 150 * unit)) + 10 * unit
            continue
        is_mine = dice.random() < 0.5
        lines = wrapped(pen, words(dice, int(dice.integers(1, 14))), text, page.width * 0.62)
        wide = max(pen.textlength(line, font=text) for line in lines) + 24 * unit
        tall = len(lines) * 21 * unit + 16 * unit
        left = page.width - 12 * unit - wide if is_mine else 12 * unit
        fill = skin.mine if is_mine else skin.theirs
        pen.rounded_rectangle((left, top, left + wide, top + tall), 16 * unit, fill=fill)
        ink = "#ffffff" if is_mine and skin.mine in {"#2f6fed", "#0084ff", "#0a84ff"} else skin.ink
        for row, line in enumerate(lines):
            pen.text((left + 12 * unit, top + (8 + 21 * row) * unit), line, font=text, fill=ink)
        top += tall + dice.uniform(4, 18) * unit
    pen.rectangle((0, page.height - 70 * unit, page.width, page.height), fill=skin.bar)
    pen.rounded_rectangle(
        (14 * unit, page.height - 58 * unit, page.width - 60 * unit, page.height - 22 * unit),
        18 * unit,
        fill=skin.paper,
    )
    return page


def threads(dice: Dice, skin: Skin) -> Image.Image:
    """Messages as lines with a face and a name, as teams write to one another."""
    page, pen, unit = _phone(dice, skin)
    top = 100 * unit
    while top < page.height - 40 * unit:
        pen.rounded_rectangle(
            (14 * unit, top, 50 * unit, top + 36 * unit), 8 * unit, fill=_tint(dice)
        )
        pen.text(
            (60 * unit, top - 2 * unit),
            words(dice, 2),
            font=face(round(15 * unit), weight=BOLD),
            fill=skin.ink,
        )
        text = face(round(15 * unit))
        for line in wrapped(
            pen, words(dice, int(dice.integers(3, 40))), text, page.width - 80 * unit
        ):
            top += 20 * unit
            pen.text((60 * unit, top), line, font=text, fill=skin.ink)
        top += 40 * unit
    return page


def settings(dice: Dice, skin: Skin) -> Image.Image:
    page, pen, unit = _phone(dice, skin)
    top, text = 110 * unit, face(round(17 * unit))
    while top < page.height - 60 * unit:
        rows = int(dice.integers(1, 6))
        box = (16 * unit, top, page.width - 16 * unit, top + rows * 46 * unit)
        pen.rounded_rectangle(box, 12 * unit, fill=skin.theirs)
        for row in range(rows):
            y = top + row * 46 * unit
            pen.rounded_rectangle(
                (28 * unit, y + 9 * unit, 56 * unit, y + 37 * unit), 7 * unit, fill=_tint(dice)
            )
            pen.text(
                (70 * unit, y + 12 * unit),
                words(dice, int(dice.integers(1, 3))),
                font=text,
                fill=skin.ink,
            )
            is_on = dice.random() < 0.5
            pen.rounded_rectangle(
                (page.width - 82 * unit, y + 8 * unit, page.width - 32 * unit, y + 38 * unit),
                15 * unit,
                fill="#34c759" if is_on else skin.quiet,
            )
            x = page.width - (60 if is_on else 80) * unit
            pen.ellipse((x, y + 10 * unit, x + 26 * unit, y + 36 * unit), fill="#ffffff")
        top += rows * 46 * unit + 30 * unit
    return page


def article(dice: Dice, skin: Skin) -> Image.Image:
    """A page of a newspaper with a photo in it."""
    page, pen, unit = _phone(dice, skin)
    top = 110 * unit
    for line in wrapped(
        pen, words(dice, 8), face(round(26 * unit), weight=BOLD), page.width - 40 * unit
    ):
        pen.text((20 * unit, top), line, font=face(round(26 * unit), weight=BOLD), fill=skin.ink)
        top += 34 * unit
    if dice.random() < 0.6:
        top = _picture(page, dice, (0, top + 10 * unit, page.width, 200 * unit)) + 16 * unit
    text = face(round(16 * unit), is_serif=True)
    for line in wrapped(pen, words(dice, 260), text, page.width - 40 * unit):
        if top > page.height - 20 * unit:
            break
        pen.text((20 * unit, top), line, font=text, fill=skin.ink)
        top += 25 * unit
    return page


def desktop(dice: Dice, skin: Skin) -> Image.Image:
    """A window on a computer: a list at the left, a table or text at the right."""
    page, pen = sheet(WINDOWS[int(dice.integers(len(WINDOWS)))], skin.paper)
    pen.rectangle((0, 0, page.width, 46), fill=skin.bar)
    pen.rectangle((0, 46, 260, page.height), fill=skin.theirs)
    for row in range(int(dice.integers(6, 18))):
        pen.text((24, 70 + row * 38), words(dice, 2), font=face(17), fill=skin.ink)
    text = face(int(dice.integers(14, 22)))
    for row in range(int((page.height - 90) / 32)):
        for column in range(int(dice.integers(2, 5))):
            x = 290 + column * (page.width - 300) / 4
            pen.text(
                (x, 70 + row * 32), words(dice, int(dice.integers(1, 3))), font=text, fill=skin.ink
            )
        pen.line([(290, 98 + row * 32), (page.width - 20, 98 + row * 32)], fill=skin.quiet)
    return page


def shop(dice: Dice, skin: Skin) -> Image.Image:
    """Two columns of things to buy, each with its photo."""
    page, pen, unit = _phone(dice, skin)
    tall = 230 * unit
    for row in range(int(page.height / tall)):
        for column in range(2):
            left, top = (14 + 178 * column) * unit, 100 * unit + row * tall
            pen.rounded_rectangle(
                (left, top, left + 168 * unit, top + tall - 12 * unit), 10 * unit, fill=skin.theirs
            )
            _picture(page, dice, (left + 8 * unit, top + 8 * unit, 152 * unit, 130 * unit))
            pen.text(
                (left + 12 * unit, top + 146 * unit),
                words(dice, 2),
                font=face(round(14 * unit)),
                fill=skin.ink,
            )
            pen.text(
                (left + 12 * unit, top + 172 * unit),
                price(dice),
                font=face(round(18 * unit), weight=BOLD),
                fill=skin.ink,
            )
    return page


def route(dice: Dice, skin: Skin) -> Image.Image:
    """A map with a way through it and a card below."""
    page, pen, unit = _phone(dice, skin)
    pen.rectangle((0, 0, page.width, page.height), fill="#e8eaed" if skin in LIGHT else "#242f3e")
    for _ in range(int(dice.integers(2, 6))):
        spot = dice.uniform(0, 1, 2) * page.size
        reach = dice.uniform(60, 400, 2)
        pen.rounded_rectangle(
            (*(spot - reach), *(spot + reach)),
            40,
            fill=("#c8e6c9", "#aadaff")[int(dice.integers(2))],
        )
    for _ in range(int(dice.integers(14, 40))):
        ends = dice.uniform(-0.1, 1.1, (2, 2)) * page.size
        pen.line([tuple(end) for end in ends], fill="#ffffff", width=int(dice.integers(4, 22)))
    way = [
        tuple(spot) for spot in dice.uniform(0.1, 0.75, (int(dice.integers(3, 7)), 2)) * page.size
    ]
    pen.line(way, fill="#4285f4", width=round(6 * unit), joint="curve")
    top = page.height - 190 * unit
    pen.rounded_rectangle((0, top, page.width, page.height), 18 * unit, fill=skin.bar)
    pen.text(
        (24 * unit, top + 24 * unit),
        f"{int(dice.integers(4, 59))} min",
        font=face(round(28 * unit), weight=BOLD),
        fill=skin.ink,
    )
    pen.text(
        (24 * unit, top + 70 * unit), words(dice, 4), font=face(round(16 * unit)), fill=skin.quiet
    )
    return page


def _picture(page: Image.Image, dice: Dice, box: tuple[float, float, float, float]) -> float:
    """Paste a scene into a page; returns where it ends."""
    left, top, wide, tall = (round(side) for side in box)
    page.paste(scene(dice, range(9000, 9004)).resize((wide, tall)), (left, top))
    return top + tall


def _tint(dice: Dice) -> tuple[int, int, int]:
    red, green, blue = dice.integers(40, 230, 3)
    return int(red), int(green), int(blue)


# Style → how it is drawn, in which skins, and whether thresholds were found without it.
SCREENS: Final[
    Mapping[str, tuple[Callable[[Dice, Skin], Image.Image], tuple[Skin, ...], bool]]
] = {
    "chat": (chat, LIGHT, False),
    "chat-dark": (chat, DARK, False),
    "article": (article, LIGHT, False),
    "settings": (settings, LIGHT, False),
    "desktop": (desktop, LIGHT, False),
    "threads": (threads, LIGHT, True),
    "settings-dark": (settings, DARK, True),
    "shop": (shop, LIGHT, True),
    "route": (route, (*LIGHT[:1], DARK[0]), True),
    "desktop-dark": (desktop, DARK, True),
}


def screen(style: str, seed: int) -> Image.Image:
    """The screenshot of this style and number."""
    drawn, skins, _ = SCREENS[style]
    dice = np.random.default_rng([101, sorted(SCREENS).index(style), seed])
    return drawn(dice, skins[int(dice.integers(len(skins)))])
