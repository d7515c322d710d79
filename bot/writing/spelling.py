"""Unknown words, corrected only where one word is surely meant; needs the extra `write`."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from bot.texts import Language

if TYPE_CHECKING:
    from spellchecker import SpellChecker

SHORTEST: Final = 5  # a shorter unknown word is a name, slang or an abbreviation
LEAST_SEEN: Final[Mapping[Language, int]] = {"en": 60_000, "fr": 1500}  # times in their corpora
DOMINATES: Final = 12
ENDINGS: Final[Mapping[Language, tuple[str, ...]]] = {
    "en": ("'s", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "ish", "y", "ness", "less"),
    "fr": ("s", "x", "e", "es", "ent", "ment", "r", "ons", "ez", "ait", "aient", "ais"),
}
# Both sides of the ocean are right.
BRITISH: Final = (
    ("our", "or"), ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("yse", "yze"), ("tre", "ter"),
    ("ogue", "og"), ("ence", "ense"), ("ll", "l"), ("ae", "e"), ("oe", "e"), ("mme", "m"),
)  # fmt: skip


def is_available() -> bool:
    """Whether the lists of words are installed."""
    return find_spec("spellchecker") is not None


@cache
def word_list(language: Language) -> "SpellChecker":
    from spellchecker import SpellChecker  # noqa: PLC0415 - an extra, and a second to read

    return SpellChecker(language=language, distance=1)


def is_word(word: str, language: Language) -> bool:
    """Whether the list has it; never without the extra."""
    return is_available() and word.lower().replace("œ", "oe") in word_list(language)


def spelt(word: str, language: Language) -> str | None:
    """What an unknown word in small letters surely is; None for anything else."""
    if not word.islower() or len(word) < SHORTEST or _is_known(word, language):
        return None
    listed = word_list(language)
    near = [one for one in listed.known(listed.edit_distance_1(word)) if _is_slip(word, one)]
    ranked = sorted(near, key=lambda one: listed[one], reverse=True)
    accented = [one for one in ranked if bare(one) == bare(word)]
    ranked = accented or ranked
    if not ranked or listed[ranked[0]] < LEAST_SEEN[language] // (10 if accented else 1):
        return None
    second = listed[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if listed[ranked[0]] >= DOMINATES * second else None


def bare(word: str) -> str:
    """The word without its accents."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _is_known(word: str, language: Language) -> bool:
    plain = word.replace("œ", "oe").replace("’", "'")
    if is_word(plain, language):
        return True
    stems = {plain.removesuffix(ending) for ending in ENDINGS[language] if plain.endswith(ending)}
    if language == "en":
        stems |= {plain.replace(ours, theirs) for ours, theirs in BRITISH}
        stems |= {stem + "e" for stem in stems}
    return any(len(stem) > 2 and is_word(stem, language) for stem in stems)  # noqa: PLR2004


def _is_slip(word: str, meant: str) -> bool:
    """A letter too many or too few, two changed places, or an accent; another letter is another
    word.
    """
    same_length = len(word) == len(meant)
    return word[0] == bare(meant[0]) and (
        not same_length or sorted(word) == sorted(meant) or bare(word) == bare(meant)
    )
