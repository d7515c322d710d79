"""Small letterings at their places, and the frame of a page that has a title on paper."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.collage.arranged import PageWanted
from bot.collage.lettering import letters_for
from bot.collage.lettering_words import Small, first_whole, smallest_pixels, words_for
from bot.collage.page import area_of
from bot.collage.plan import Anchor, Letters, PixelBox, Words
from bot.collage.themes import Shape
from bot.pixels.tones import Colour
from bot.pixels.typefaces import Role

CAPTION_SHARE: Final = 0.026  # of the page's height: small, and above the least


def titled(wanted: PageWanted, role: Role = Role.TITLE) -> tuple[Letters | None, PixelBox]:
    """The title for the top of a page, and what it, margins and an app's buttons leave of that."""
    letters = letters_for(wanted.title, wanted.shape, role) if wanted.title else None
    return letters, area_of(wanted.shape, wanted.theme, letters.band_pixels if letters else 0)


def above(letters: Letters, block: PixelBox) -> Letters:
    """The same letters, close to the photos rather than to the edge of the page."""
    top = block.top - letters.band_pixels
    return replace(letters, baselines=tuple(top + baseline for baseline in letters.baselines))


def caption(
    text: str, shape: Shape, widest_pixels: float, role: Role = Role.PLAIN, size: int | None = None
) -> Small | None:
    """A few words as small as captions are, or of that size in pixels; smaller if they must."""
    least = smallest_pixels(shape.page)
    return words_for(
        text,
        role,
        size_pixels=max(least, size or round(shape.page.height * CAPTION_SHARE)),
        smallest_pixels=least,
        widest_pixels=widest_pixels,
    )


def first_caption(texts: Sequence[str], shape: Shape, widest_pixels: float) -> Small | None:
    """Of the first text that need not be shortened, else of the last."""
    found = [caption(text, shape, widest_pixels) for text in texts]
    return first_whole(found) or (found[-1] if found else None)


def placed(
    small: Small, x: float, baseline: float, ink: Colour, anchor: Anchor = Anchor.LEFT
) -> Words:
    return Words(small.text, small.face, small.size_pixels, round(x), round(baseline), ink, anchor)
