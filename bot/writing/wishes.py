"""What a person may wish for a text of theirs, and what the answer says about itself."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LONGEST_CHARACTERS: Final = 3000  # a message holds 4,096, and the words only grow a little


class Wish(StrEnum):
    """What to do with a text, in the order of the buttons."""

    REPHRASE = "rephrase"
    SHORTER = "shorter"
    WARMER = "warmer"
    FUNNIER = "funnier"
    PROFESSIONAL = "professional"
    PROOFREAD = "proofread"
    EMOJIFY = "emojify"


class Note(StrEnum):
    """What must be said beside an answer; the sentence is `writing-note-…` of the conversation."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    OTHER_LANGUAGE = "other-language"
    ALREADY_SHORT = "already-short"
    ALREADY_PROFESSIONAL = "already-professional"
    NO_OTHER_WORDS = "no-other-words"
    NOT_WARMED = "not-warmed"
    NO_JOKE = "no-joke"
    TOO_SERIOUS = "too-serious"
    NO_EMOJI_FITS = "no-emoji-fits"
    NO_FAULT_FOUND = "no-fault-found"
    ONLY_THIS_WAY = "only-this-way"
    GRAMMAR_IN_PART = "grammar-in-part"
    SPELLING_NOT_CHECKED = "spelling-not-checked"
    MEANING_NOT_KEPT = "meaning-not-kept"
    MODEL_STRAYED = "model-strayed"
    TOO_LONG_FOR_MODEL = "too-long-for-model"
    TOO_SLOW = "too-slow"

    @property
    def text_id(self) -> str:
        """The sentence's name in the conversation's texts."""
        return f"writing-note-{self.value}"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text as wished, or as it was, with what the person should know."""

    text: str
    notes: tuple[Note, ...]
    changed: bool
