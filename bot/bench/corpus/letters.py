"""Pens for drawn pages: faces of type in any size, words in two languages, lines that fit."""

from functools import lru_cache
from importlib.resources import files
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from bot.bench.corpus.noise import Dice

SANS: Final = str(files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf")
SERIF: Final = str(files("fontpkg_playfair_display") / "files" / "PlayfairDisplay[wght].ttf")
PLAIN, BOLD = 400, 700
WORDS: Final = [
    "train",
    "ticket",
    "demain",
    "matin",
    "garden",
    "update",
    "bread",
    "réunion",
    "maison",
    "school",
    "photo",
    "Camille",
    "message",
    "number",
    "please",
    "merci",
    "invoice",
    "kitchen",
    "summer",
    "weather",
    "le",
    "la",
    "une",
    "avec",
    "pour",
    "from",
    "with",
    "about",
    "gate",
    "tomorrow",
    "morning",
    "evening",
    "parking",
    "billet",
    "quai",
    "hôtel",
    "water",
    "energy",
    "battery",
    "account",
    "privacy",
    "storage",
    "network",
    "notification",
    "sound",
    "display",
    "language",
    "help",
    "order",
    "total",
    "delivery",
    "free",
    "price",
    "minutes",
    "heures",
    "kilomètres",
    "street",
    "town",
    "library",
    "contract",
    "article",
    "second",
    "party",
    "between",
    "value",
]


@lru_cache(maxsize=64)
def face(size: int, *, weight: int = PLAIN, is_serif: bool = False) -> ImageFont.FreeTypeFont:
    found = ImageFont.truetype(SERIF if is_serif else SANS, size)
    if is_serif:
        found.set_variation_by_axes([weight])
    else:
        found.set_variation_by_axes([14, weight])
    return found


def words(dice: Dice, count: int) -> str:
    """A line that means nothing, of as many words."""
    said = " ".join(str(word) for word in dice.choice(WORDS, max(count, 1)))
    return said[:1].upper() + said[1:]


def price(dice: Dice) -> str:
    return f"{int(dice.integers(0, 90))},{int(dice.integers(0, 100)):02} €"


def wrapped(
    pen: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, wide: float
) -> list[str]:
    """The words in lines no wider than `wide` pixels."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pen.textlength(longer, font=font) <= wide or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def sheet(size: tuple[int, int], paper: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    page = Image.new("RGB", size, paper)
    return page, ImageDraw.Draw(page)
