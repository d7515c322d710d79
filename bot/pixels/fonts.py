"""Fonts as the pictures use them: opened once, measured, nothing shown as an empty box."""

import unicodedata
from functools import lru_cache

import fontpkg
from PIL import ImageFont, features

from bot.pixels.typefaces import FACES, INVISIBLE, tidied

NO_GLYPH = "\uffff"  # a code point no font may have: what it draws is the empty box


@lru_cache(maxsize=32)
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """One of FACES in its weight; size in pixels."""
    opened = ImageFont.truetype(str(fontpkg.path(face, weight=FACES[face])), size)
    axes = opened.get_variation_axes()
    opened.set_variation_by_axes(
        [FACES[face] if b"eight" in axis["name"] else axis["default"] or 0 for axis in axes]
    )
    return opened


@lru_cache(maxsize=4096)
def _has_glyph(face: str, character: str) -> bool:
    shapes = font(face, 40)
    return character.isspace() or bytes(shapes.getmask(character)) != bytes(
        shapes.getmask(NO_GLYPH)
    )


def face_for(text: str) -> str | None:
    """The first face that has every letter and digit; signs without one are merely left out."""
    words = [character for character in text if unicodedata.category(character)[0] in "LN"]
    if not words:
        return None
    return next((face for face in FACES if all(_has_glyph(face, one) for one in words)), None)


def drawable(face: str, text: str) -> str:
    """Without emoji, signs and joiners that the face cannot draw."""
    plain = INVISIBLE.sub("", text)
    return tidied("".join(character for character in plain if _has_glyph(face, character)))


def width(text: str, face: str, size: int) -> float:
    """Pixels that the text takes on one line."""
    return font(face, size).getlength(text, features=figures())


def figures() -> list[str] | None:
    """Lining figures, so that years do not dance; only raqm can choose."""
    return ["lnum", "kern", "liga"] if features.check("raqm") else None
