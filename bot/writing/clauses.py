"""A sentence of two clauses said in the other order, where nothing changes sides."""

import re
from collections.abc import Mapping
from typing import Final

from bot.texts import Language

OPENERS: Final[Mapping[Language, str]] = {
    "en": r"If|When|Because|Although|Before|After|Once|Unless|As soon as|While",
    "fr": r"Si|S['’](?=ils?\b)|Quand|Lorsque|Dès que|Comme|Bien que|Avant de|Pendant que",
}
# In the middle, only these surely begin a clause.
JOINERS: Final[Mapping[Language, str]] = {
    "en": r"if|when|because|although|unless|as soon as",
    "fr": r"quand|lorsque|dès que|si",
}
# Somebody who is named in one clause and meant in the other must be named first.
THIRD: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|this|that|so)\b", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\b(?:il|elle|ils|elles|lui|leur|leurs|eux|y|ça|cela|son|sa|ses|alors|c['’]|donc"
        r"|(?:je|tu|on|nous|vous|ne|me|te) (?:le|la|les|en|l['’]))(?!\w)",
        re.IGNORECASE,
    ),
}
# "Why I write is", "even", "même": what stands before the joiner belongs to it.
DANGLES: Final = re.compile(
    r"\b(?:is|are|was|were|be|even|only|just|as|what|not|or|and|but|whether|mainly|simply|mostly|how"
    r"|est|était|même|comme|sauf|surtout|depuis|juste|seulement|et|ou|mais|pas|que|sinon|à)$",
    re.IGNORECASE,
)
FIRST_PERSON: Final = re.compile(r"I\b")
COMMON_FIRST: Final = re.compile(
    r"(?:I|You|We|They|He|She|It|The|A|My|Your|Our|This|That|There|These|Those|Let|Je|J|Tu|Il|Elle"
    r"|On|Nous|Vous|Ils|Elles|Le|La|Les|L|Un|Une|Mon|Ma|Mes|Ton|Ta|Tes|Notre|Nos|Votre|Vos|Ce|Cette"
    r"|Ces|C|Ça)\b"
)
QUESTIONS: Final = re.compile(
    r"\b(?:know|wonder|ask|sais|sait|savez|demande|demander|voir|see)\s", re.IGNORECASE
)


def reordered(sentence: str, language: Language) -> str | None:
    """What "If it rains, we stay." is to "We stay if it rains."; None where it is not sure."""
    found = re.fullmatch(r"(.+?)([.!…]+)", sentence)
    if not found or "\n" in sentence:
        return None
    said, stop = found[1], found[2]
    swapped = _backwards(said, language) or _forwards(said, language)
    return swapped + stop if swapped else None


def _backwards(said: str, language: Language) -> str | None:
    """From "If X, Y" to "Y if X"."""
    found = re.fullmatch(rf"((?:{OPENERS[language]})\s?[^,;:]+), ([^,;:]+)", said)
    if not found or THIRD[language].search(found[2]) or _opens_otherwise(found[2]):
        return None
    clause, main = found[1], found[2]
    if clause.startswith("Comme "):
        clause = "parce que " + clause[6:]
        clause = re.sub(r"^parce que (?=[aeiouéèêh])", "parce qu’", clause)
    return _capital(main) + " " + clause[0].lower() + clause[1:]


def _forwards(said: str, language: Language) -> str | None:
    """From "Y if X" to "If X, Y"."""
    found = re.fullmatch(rf"([^,;:]+?) ((?:{JOINERS[language]}|s['’](?=ils?\b))\s?[^,;:]+)", said)
    if not found or len(found[1].split()) < 2 or QUESTIONS.search(found[1] + " "):  # noqa: PLR2004
        return None
    main, clause = found[1], found[2]
    if THIRD[language].search(clause) or _is_name(main) or " que" in main.lower():
        return None
    if DANGLES.search(main):
        return None
    return f"{_capital(clause)}, {_small(main)}"


def _opens_otherwise(main: str) -> bool:
    """A command or a conjunction has its own place."""
    return (
        re.match(r"(?:then|and|but|please|alors|et|mais|merci)\b", main, re.IGNORECASE) is not None
    )


def _is_name(main: str) -> bool:
    """Whether the first word would lose a capital that may be its own."""
    return COMMON_FIRST.match(main) is None


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _small(text: str) -> str:
    return text if FIRST_PERSON.match(text) else text[0].lower() + text[1:]
