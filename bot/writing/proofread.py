"""Spelling, grammar and typography, each change only where it is sure."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.texts import Language
from bot.writing import english, french
from bot.writing.shield import shielded
from bot.writing.spelling import is_available
from bot.writing.wishes import Note, Rewritten

CORRECTED: Final[Mapping[Language, Callable[[str], str]]] = {
    "en": english.corrected,
    "fr": french.corrected,
}


def proofread(text: str, language: Language) -> Rewritten:
    """The text put right; the notes say what was not checked."""
    cover = shielded(text)
    said = cover.uncovered(CORRECTED[language](cover.text)) or text
    return Rewritten(said, tuple(_notes(text, said, language)), said != text)


def _notes(text: str, said: str, language: Language) -> list[Note]:
    notes = [Note.NO_FAULT_FOUND] if said == text else []
    if language == "fr":
        notes.append(Note.GRAMMAR_IN_PART)
    if not is_available():
        notes.append(Note.SPELLING_NOT_CHECKED)
    return notes
