"""Small letterings beside the photos: measured, shortened if they must be, never too small."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final

from bot.collage.lettering_line import Line, ink_box
from bot.pixels.emoji import clusters
from bot.pixels.fonts import drawable, face_for, width
from bot.pixels.geometry import Size
from bot.pixels.typefaces import Role, tidied

SMALLEST_SHARE: Final = 0.022  # of the page's height: smaller is not read on a telephone
SHRINK: Final = 0.97
LEAST_LETTERS: Final = 3  # before an ellipsis: fewer tell nothing
LONGEST: Final = 300  # characters measured
ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class Small:
    """Words that fit, and their ink in pixels around where they begin on the baseline.

    text: shortened with an ellipsis where it had to be. top is above 0 where ink is, so negative.
    """

    text: str
    face: str
    size_pixels: int
    left: int
    top: int
    right: int
    bottom: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out to make them fit."""
        return not self.text.endswith(ELLIPSIS)

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


def smallest_pixels(page: Size) -> int:
    """The least size of any letters on a page."""
    return ceil(page.height * SMALLEST_SHARE)


def words_for(
    text: str, role: Role, *, size_pixels: int, smallest_pixels: int, widest_pixels: float
) -> Small | None:
    """The words as large as they fit, at most `size_pixels`; shortened at the smallest size.

    None where no face has their letters, and where hardly a letter would be left.
    """
    tidy = tidied(text[:LONGEST])
    face = face_for(tidy, role)
    shown = drawable(face, tidy, with_emoji=True) if face else ""
    if face is None or not shown:
        return None
    size = size_pixels
    while size > smallest_pixels and (wide := _wide(shown, face, size)) > widest_pixels:
        size = max(smallest_pixels, int(size * min(SHRINK, widest_pixels / wide)))
    fitted = shortened(shown, face, size, widest_pixels)
    return _measured(fitted, face, size) if fitted else None


def first_whole(found: Iterable[Small | None]) -> Small | None:
    """Of several ways to say the same, from the best on, the first that fits as it is."""
    return next((one for one in found if one and one.is_whole), None)


def shortened(text: str, face: str, size: int, widest: float) -> str:
    """The words that fit, at a word's end if one is near, and an ellipsis; "" for too few."""
    if _wide(text, face, size) <= widest:
        return text
    parts = clusters(text)
    while parts and _wide(_ended(parts), face, size) > widest:
        parts.pop()
    whole_words = "".join(parts).rpartition(" ")[0]
    kept = whole_words or "".join(parts)
    return _ended([kept]) if len(kept) >= LEAST_LETTERS else ""


def _ended(parts: list[str]) -> str:
    return "".join(parts).rstrip(" ,;:.–-\u00a0\u202f") + ELLIPSIS


def _wide(text: str, face: str, size: int) -> float:
    """Advance or ink, whichever is more: handwriting hangs over."""
    return max(width(text, face, size), ink_box(Line(text, face, size)).width)


def _measured(text: str, face: str, size: int) -> Small:
    box = ink_box(Line(text, face, size))
    return Small(
        text,
        face,
        size,
        left=box.left,
        top=box.top,
        right=box.right,
        bottom=box.bottom,
    )
