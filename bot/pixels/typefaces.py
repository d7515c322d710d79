"""The faces that pictures are lettered with, and words tidied before they are set."""

import re
import unicodedata

FACES = {"playfair-display": 600, "inter": 600}  # for titles, in order of taste, with weights
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")


def tidied(title: str) -> str:
    """One line, composed accents, typographic apostrophes, French spaces that never break."""
    text = unicodedata.normalize("NFC", " ".join(title.split())).replace("'", "’")
    text = re.sub(r"\s+([;!?])", "\u202f\\1", text)
    return re.sub(r"«\s*", "«\u00a0", re.sub(r"\s+([:»])", "\u00a0\\1", text))
