"""What is not imagined: a short list in both languages, read before anything is sent."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

LIST: Final = Path(__file__).with_name("refused.toml")
DISGUISES: Final = str.maketrans("013457$@", "oieastsa")  # n4ked, p0rn


class Refused(StrEnum):
    """Each has a sentence for the person, `looks-refused-…`; the first that holds is said."""

    MINORS = "minors"
    UNDRESS = "undress"
    NUDITY = "nudity"
    PERSON = "person"
    GORE = "gore"
    HATE = "hate"


@dataclass(frozen=True, slots=True)
class _Kind:
    words: re.Pattern[str]
    innocent: re.Pattern[str] | None


def refused(prompt: str) -> Refused | None:
    """Why these words are not drawn; None where nothing speaks against it.

    It stops what is plainly said, whole words only; the endpoint has a policy of its own.
    """
    plain = folded(prompt)
    found = {name for name, kind in _kinds().items() if _holds(plain, kind)}
    if "minors" in found and found & {"desire", "nudity", "undress"}:
        return Refused.MINORS
    return next((kind for kind in Refused if kind is not Refused.MINORS and kind in found), None)


def folded(text: str) -> str:
    """Small letters without accents, signs as single spaces, digits inside words as letters."""
    apart = unicodedata.normalize("NFKD", text.casefold()).replace("œ", "oe").replace("ß", "ss")
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    shown = "".join(sign for sign in bare if unicodedata.category(sign) != "Cf")
    words = re.sub(r"[^\w$@]+|_", " ", shown).split()
    return " ".join(
        word.translate(DISGUISES) if re.search(r"[a-z]", word) else word for word in words
    )


def _holds(plain: str, kind: _Kind) -> bool:
    left = kind.innocent.sub(" ", plain) if kind.innocent else plain
    return kind.words.search(left) is not None


@cache
def _kinds() -> Mapping[str, _Kind]:
    told = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return {name: _read(entry) for name, entry in told.items()}


def _read(entry: Mapping[str, list[str]]) -> _Kind:
    innocent = entry.get("innocent", [])
    return _Kind(_whole(entry["words"]), _whole(innocent) if innocent else None)


def _whole(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
