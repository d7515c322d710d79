"""Which language a text is in, from its little words; only two can be rewritten here."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from bot.texts import LANGUAGES, Language
from bot.writing.shield import SIGN, shielded

WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LETTERS_KNOWN: Final = re.compile(r"[a-zà-ÿœæA-ZÀ-ÝŒÆ]")
FRENCH_ELISION: Final = re.compile(r"(?:l|d|j|qu|n|c|s|m|t)'[a-zà-ÿœ]{2,}")
LITTLE_WORDS: Final = Path(__file__).with_name("languages.toml")


def language_of_text(text: str, otherwise: Language) -> Language | None:
    """English or French by the evidence; `otherwise` without any; None for another language."""
    bare = re.sub(SIGN, " ", shielded(text).text)
    letters = [letter for letter in bare if letter.isalpha()]
    if letters and sum(bool(LETTERS_KNOWN.match(one)) for one in letters) * 2 < len(letters):
        return None
    words = [word.replace("’", "'") for word in WORD.findall(bare.lower())]
    score = {name: _score(words, little) for name, little in _little_words().items()}
    best = max(score.values())
    likely = [name for name, points in score.items() if points == best]
    if best == 0 or otherwise in likely:
        return otherwise
    return next((language for language in LANGUAGES if language in likely), None)


def _score(words: list[str], little: frozenset[str]) -> int:
    """A French elision tells as much as a little word."""
    elided = FRENCH_ELISION if "qui" in little else None
    return sum(word in little or bool(elided and elided.match(word)) for word in words)


@cache
def _little_words() -> Mapping[str, frozenset[str]]:
    known = tomllib.loads(LITTLE_WORDS.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in known.items()}
