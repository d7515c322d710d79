"""Letters, numbers and signs on a page of a gallery, and the colours that it has."""

from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

from bot.pixels.fonts import drawable, face_for, figures, font, width
from bot.pixels.tones import WARM_HUE, Colour, Tone
from bot.pixels.typefaces import tidied

WIDE: Final = 1280  # pixels: as wide as Telegram shows a photo
MARGIN: Final = 48
INNER: Final = WIDE - 2 * MARGIN
TITLE, UNDER, WORDS, NUMBER = 60, 32, 28, 30  # sizes of letters; 28 is 9 points on a phone
SMALLEST_TITLE: Final = 46
BADGE: Final = 54
PAPER: Final = Tone(lightness=97, chroma=2).at(WARM_HUE)
PANEL: Final = Tone(lightness=92, chroma=3).at(WARM_HUE)
INK: Final = Tone(lightness=20, chroma=7).at(WARM_HUE)
SOFT_INK: Final = Tone(lightness=38, chroma=6).at(WARM_HUE)
ELLIPSIS: Final = "…"
SHARP: Final = 4  # shapes are drawn so many times larger, then made small


@dataclass(frozen=True, slots=True)
class Style:
    """Letters of a page; size in pixels."""

    size: int
    ink: Colour
    is_serif: bool = False


NAME: Final = Style(WORDS, INK)
SOFT: Final = Style(WORDS, SOFT_INK)
BESIDE: Final = Style(UNDER, SOFT_INK)
YEAR: Final = Style(56, INK, is_serif=True)


def title_lines(title: str) -> tuple[tuple[str, ...], int]:
    """One line while it stays large, else two as even as its words allow; none for none."""
    text = tidied(title)
    if not text:
        return (), TITLE
    face = face_for(text) or "inter"
    for size in range(TITLE, SMALLEST_TITLE, -2):
        if width(text, face, size) <= INNER:
            return (text,), size
    words = text.split(" ")
    breaks = [(" ".join(words[:k]), " ".join(words[k:])) for k in range(1, len(words))]
    even = min(
        breaks, key=lambda two: max(width(one, face, TITLE) for one in two), default=(text,)
    )
    return even, SMALLEST_TITLE


def badge(page: Image.Image, number: int, at: tuple[int, int]) -> None:
    """A disc of paper inside the picture, its number in ink: read on anything behind it."""
    large = Image.new("L", (BADGE * SHARP, BADGE * SHARP))
    ImageDraw.Draw(large).ellipse((0, 0, BADGE * SHARP - 1, BADGE * SHARP - 1), fill=240)
    page.paste(PAPER, at, large.resize((BADGE, BADGE), Image.Resampling.BOX))
    middle_of_disc = (at[0] + BADGE / 2, at[1] + BADGE / 2)
    ImageDraw.Draw(page).text(
        middle_of_disc, str(number), font=font("inter", NUMBER), fill=INK, anchor="mm",
        features=figures(),
    )  # fmt: skip


def film_sign(page: Image.Image, middle_at: tuple[int, int]) -> None:
    """A triangle in a disc: this one moves."""
    side = 88
    disc = Image.new("L", (side * SHARP, side * SHARP))
    ImageDraw.Draw(disc).ellipse((0, 0, side * SHARP - 1, side * SHARP - 1), fill=205)
    sign = Image.new("L", disc.size)
    a, b, c = 0.38 * side * SHARP, 0.28 * side * SHARP, 0.74 * side * SHARP
    ImageDraw.Draw(sign).polygon([(a, b), (a, side * SHARP - b), (c, side * SHARP / 2)], fill=255)
    at = (middle_at[0] - side // 2, middle_at[1] - side // 2)
    page.paste(PAPER, at, disc.resize((side, side), Image.Resampling.BOX))
    page.paste(INK, at, sign.resize((side, side), Image.Resampling.BOX))


def letters(page: Image.Image, text: str, at: tuple[int, int], room: int, style: Style) -> float:
    """One line from the left, its middle at that height; returns how wide it came out."""
    face = (face_for(text) if style.is_serif else None) or "inter"
    line = _shortened(drawable(face, tidied(text)), face, style.size, room)
    if not line:
        return 0.0
    baseline = at[1] + style.size * 0.36
    ImageDraw.Draw(page).text(
        (at[0], baseline), line, font=font(face, style.size), fill=style.ink, anchor="ls",
        features=figures(),
    )  # fmt: skip
    return width(line, face, style.size)


def _shortened(text: str, face: str, size: int, room: int) -> str:
    if width(text, face, size) <= room:
        return text
    while text and width(text.rstrip() + ELLIPSIS, face, size) > room:
        text = text[:-1]
    return text.rstrip(" ,;:.–-\u00a0\u202f") + ELLIPSIS if text else ""
