"""Tables of what is surely wrong: patterns and words, read once a language."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from bot.texts import Language
from bot.writing.grammar import capital

FOLDER: Final = Path(__file__).parent
FILES: Final[Mapping[Language, str]] = {"en": "english.toml", "fr": "french.toml"}


@dataclass(frozen=True, slots=True)
class Corrections:
    """patterns: in the order of the file. words: what to look for, whole, and its heirs."""

    patterns: tuple[tuple[re.Pattern[str], str], ...]
    found: re.Pattern[str]
    heirs: Mapping[str, str]

    def applied(self, text: str) -> str:
        text = self.found.sub(self._heir, text)
        for pattern, put in self.patterns:
            text = pattern.sub(partial(_put, put=put), text)
        return text

    def _heir(self, found: re.Match[str]) -> str:
        """A word inside capitals is a name or a shout: it stays."""
        words = found[0]
        heir = self.heirs[words.lower().replace("'", "’")]
        if len(words) > 1 and words[1:] != words[1:].lower():
            return words
        return capital(heir) if words[0].isupper() else heir


def known_of(language: Language) -> Mapping[str, Any]:
    """All that the file says."""
    return _read(language)


@cache
def corrections(language: Language) -> Corrections:
    known = _read(language)
    words = sorted(known["words"], key=len, reverse=True)
    either = "|".join(re.escape(word).replace("’", "['’]") for word in words)
    return Corrections(
        tuple((re.compile(find), put) for find, put in known["patterns"].items()),
        re.compile(rf"(?<![\w’'-])(?:{either})(?![\w’'-])", re.IGNORECASE),
        known["words"],
    )


@cache
def _read(language: Language) -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / FILES[language]).read_text(encoding="utf-8"))


def _put(found: re.Match[str], put: str) -> str:
    r"""The pattern's heir; `\u` raises the next group's first letter, a capital stays one."""
    upper = put.partition("\\u")
    said = found.expand(upper[0])
    if upper[1]:
        said += capital(found.expand(upper[2]))
    opens_high = found[0][:1].isupper() and said[:1].islower()
    return capital(said) if opens_high else said
