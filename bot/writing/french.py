"""French proofread: a list of words, our rules of agreement and elision, typography."""

import re
from functools import partial
from typing import Final

from bot.writing.agreement import agreed
from bot.writing.corrections import corrections, known_of
from bot.writing.spelling import is_available, is_word, spelt
from bot.writing.typography import typeset
from bot.writing.verbs import conjugated

WORD: Final = re.compile(r"(?<![\w@#/.-])[a-zà-ÿœæ]+(?![\w’'@/-])")
ELIDED: Final = re.compile(
    r"(?<![\w’'-])((?i:je|le|la|de|ne|me|te|se))[ \u00a0]+(?=([aàâeéèêiîoôuû]|h)([a-zà-ÿœ]*))"
)
SILENT_H: Final = (
    "abit", "abill", "ésit", "eure", "istoire", "omme", "ôtel", "iver", "uile", "umeur", "onneur",
    "erbe", "éritage", "eureu",
)  # fmt: skip
NEVER_ELIDED: Final = re.compile(
    r"oui|onze|onzième|ouistiti|une?|ululer|ouah|euh|[aeo]h|hé|et|ou|à|a|aux?|est|[eiou]|en|y|or"
)


def corrected(text: str) -> str:
    """`text`, covered by the shield, without what is surely wrong."""
    known = partial(_is_french)
    fixed = corrections("fr").applied(text)
    fixed = ELIDED.sub(_elided, fixed)
    if is_available():
        fixed = WORD.sub(_spelt, fixed)
    fixed = conjugated(agreed(fixed, known), known)
    return typeset(fixed)


def _is_french(word: str) -> bool:
    return is_word(word, "fr")


def _spelt(found: re.Match[str]) -> str:
    word = found[0]
    if word in _left_alone():
        return word
    return (spelt(word, "fr") or word).replace("oeu", "œu")


def _left_alone() -> frozenset[str]:
    return frozenset(known_of("fr")["slang"].split())


def _elided(found: re.Match[str]) -> str:
    """Before a vowel or a silent h; before "en", "a" and "est" only what cannot be an object."""
    small, word = found[1].lower(), found[2] + found[3]
    if found[2] == "h" and not found[3].startswith(SILENT_H):
        return found[0]
    is_subject = small == "je" and word in {"ai", "a", "en", "y", "étais", "aime", "avais"}
    if NEVER_ELIDED.fullmatch(word) and not is_subject:
        return found[0]
    return found[1][:-1] + "’"
