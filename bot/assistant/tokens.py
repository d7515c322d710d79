"""A request cut into words, each as it was written and as it is compared."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MOST_WORDS: Final = 40  # a longer text tells more than it asks
WORD: Final = re.compile(r"\d+(?:[/.:-]\d+)+|[^\W_]+(?:['’](?=\w))?")


@dataclass(frozen=True, slots=True)
class Token:
    """raw: as written. folded: lower case without accents; an elided one keeps its apostrophe."""

    raw: str
    folded: str
    start: int


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, in order; signs and emoji between them are no words."""
    plain = unicodedata.normalize("NFC", text)
    return tuple(Token(one[0], _fold(one[0]), one.start()) for one in WORD.finditer(plain))


def joined(words: Sequence[Token]) -> str:
    """Folded words with single spaces, none after an apostrophe: "l'an dernier"."""
    return _close(token.folded for token in words)


@lru_cache(maxsize=4096)
def folded(phrase: str) -> str:
    """A phrase as it is compared: accents, case, hyphens and signs do not matter."""
    return joined(tokens(phrase))


def _close(words: Iterable[str]) -> str:
    return " ".join(words).replace("' ", "'")


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return bare.replace("œ", "oe").replace("æ", "ae")
