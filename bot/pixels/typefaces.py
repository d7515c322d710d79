"""The faces that pictures are lettered with, by role, and words tidied before they are set."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of a package, and how heavy it is set."""

    family: str
    weight: int


class Role(StrEnum):
    """What letters are for; each role has its faces in order of taste."""

    TITLE = "title"
    COVER = "cover"
    STRIP = "strip"
    HAND = "hand"
    PLAIN = "plain"
    PLAIN_BOLD = "plain_bold"


FACES: Final[Mapping[str, Typeface]] = {
    "playfair-display": Typeface("playfair-display", 600),
    "inter": Typeface("inter", 600),
    "inter-text": Typeface("inter", 450),
    "dm-serif-display": Typeface("dm-serif-display", 400),
    "bebas-neue": Typeface("bebas-neue", 400),
    "caveat": Typeface("caveat", 650),
    "heebo": Typeface("heebo", 600),
    "noto-sans-arabic": Typeface("noto-sans-arabic", 600),
}
_EVERY_SCRIPT: Final = ("inter", "heebo", "noto-sans-arabic")  # one of them has what others lack
BY_ROLE: Final[Mapping[Role, tuple[str, ...]]] = {
    Role.TITLE: ("playfair-display", *_EVERY_SCRIPT),
    Role.COVER: ("dm-serif-display", "playfair-display", *_EVERY_SCRIPT),
    Role.STRIP: ("bebas-neue", *_EVERY_SCRIPT),
    Role.HAND: ("caveat", "playfair-display", *_EVERY_SCRIPT),
    Role.PLAIN: ("inter-text", *_EVERY_SCRIPT),
    Role.PLAIN_BOLD: _EVERY_SCRIPT,
}
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")


def tidied(title: str) -> str:
    """One line, composed accents, typographic apostrophes, French spaces that never break."""
    text = unicodedata.normalize("NFC", " ".join(title.split())).replace("'", "’")
    text = re.sub(r"\s+([;!?])", "\u202f\\1", text)
    return re.sub(r"«\s*", "«\u00a0", re.sub(r"\s+([:»])", "\u00a0\\1", text))


def is_rightward(text: str) -> bool:
    """Whether a line begins at the left: its first letter decides, as in Unicode's rule P2."""
    strong = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in strong if kind in {"L", "R", "AL"}), "L")
    return first == "L"


def has_leftward(text: str) -> bool:
    """Whether anything in it is written from right to left, which only raqm can set."""
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)
