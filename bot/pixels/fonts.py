"""Fonts as the pictures use them: opened once, measured, nothing shown as an empty box."""

import unicodedata
from functools import lru_cache
from pathlib import Path

import fontpkg
from PIL import ImageFont, features

from bot.pixels.emoji import runs
from bot.pixels.typefaces import BY_ROLE, FACES, INVISIBLE, Role, has_leftward, tidied

NO_GLYPH = "\uffff"  # a code point no font may have: what it draws is the empty box
EMOJI_FILE = "NotoColorEmoji.ttf"  # looked for where the machine keeps its fonts
EMOJI_STRIKE = 109  # pixels: the only size that its pictures come in
EMOJI_EM = 0.86  # of the letters' size: as high as an accented capital


@lru_cache(maxsize=48)
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """One of FACES in its weight; size in pixels."""
    known = FACES[face]
    path = fontpkg.path(known.family, weight=known.weight, nearest=True)
    opened = ImageFont.truetype(str(path), size)
    if "[" in path.name:  # as variable fonts are called, after their axes
        axes = opened.get_variation_axes()
        opened.set_variation_by_axes(
            [known.weight if b"eight" in axis["name"] else axis["default"] or 0 for axis in axes]
        )
    return opened


@lru_cache(maxsize=1)
def emoji_font() -> ImageFont.FreeTypeFont | None:
    """Noto Color Emoji as pictures; None where the machine has none that draws."""
    try:
        return ImageFont.truetype(EMOJI_FILE, EMOJI_STRIKE)
    except OSError:
        return None


@lru_cache(maxsize=1024)
def _has_picture(emoji: str) -> bool:
    known = emoji_font()
    return known is not None and known.getmask(emoji).size[1] > 0


@lru_cache(maxsize=4096)
def _has_glyph(face: str, character: str) -> bool:
    shapes = font(face, 40)
    return character.isspace() or bytes(shapes.getmask(character)) != bytes(
        shapes.getmask(NO_GLYPH)
    )


def face_for(text: str, role: Role = Role.TITLE) -> str | None:
    """The first face of a role that has every letter and digit; signs may be missing.

    None where no face has them, and for letters from right to left without raqm.
    """
    words = [character for character in text if unicodedata.category(character)[0] in "LN"]
    if not words or (has_leftward(text) and not features.check("raqm")):
        return None
    faces = BY_ROLE[role]
    return next((face for face in faces if all(_has_glyph(face, one) for one in words)), None)


def drawable(face: str, text: str, *, with_emoji: bool = False) -> str:
    """Without the signs and joiners that the face cannot draw; emoji, where they can be."""
    kept = []
    for run in runs(text):
        if not run.is_emoji:
            plain = INVISIBLE.sub("", run.text)
            kept += [character for character in plain if _has_glyph(face, character)]
        elif with_emoji and _has_picture(run.text):
            kept.append(run.text)
        else:
            kept += [one for one in run.text if one.isascii() and _has_glyph(face, one)]
    return tidied("".join(kept))


@lru_cache(maxsize=4096)
def width(text: str, face: str, size: int) -> float:
    """Pixels that the text takes on one line; emoji as pictures, if it has any."""
    if text.isascii():
        return font(face, size).getlength(text, features=figures())
    return sum(
        emoji_width(run.text, size)
        if run.is_emoji and _has_picture(run.text)
        else font(face, size).getlength(run.text, features=figures())
        for run in runs(text)
    )


def emoji_width(emoji: str, size: int) -> float:
    """Pixels that an emoji takes beside letters of that size."""
    known = emoji_font()
    return known.getlength(emoji) * emoji_scale(size) if known else 0.0


def emoji_scale(size: int) -> float:
    return EMOJI_EM * size / EMOJI_STRIKE


def emoji_version() -> str:
    """What an emoji's pixels depend on."""
    known = emoji_font()
    return str(Path(str(known.path)).stat().st_size) if known else "none"


def figures() -> list[str] | None:
    """Lining figures, so that years do not dance; only raqm can choose."""
    return ["lnum", "kern", "liga"] if features.check("raqm") else None
