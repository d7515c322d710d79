"""The work of `pepite write`: rewrite, and say it for a terminal or as JSON."""

import json
import sys
from dataclasses import dataclass
from typing import Final, get_args

import typer

from bot.texts import Language
from bot.writing.diff import Kind, diff
from bot.writing.languages import language_of_text
from bot.writing.rewrite import rewrite_again
from bot.writing.wishes import Note, Rewritten, Wish

MARKS: Final = {Kind.KEPT: ("", ""), Kind.GONE: ("[-", "-]"), Kind.NEW: ("{+", "+}")}
COLOURS: Final = {
    Kind.KEPT: ("", ""),
    Kind.GONE: ("\x1b[9;31m", "\x1b[0m"),
    Kind.NEW: ("\x1b[1;32m", "\x1b[0m"),
}
SAID: Final[dict[Note, str]] = {
    Note.EMPTY: "there are no words to change",
    Note.TOO_LONG: "it is longer than can be rewritten at once",
    Note.OTHER_LANGUAGE: "only English and French can be rewritten",
    Note.ALREADY_SHORT: "nothing to cut: it is already short",
    Note.ALREADY_PROFESSIONAL: "it already sounds professional",
    Note.NO_OTHER_WORDS: "no other way is known that means the same",
    Note.NOT_WARMED: "it could not be warmed without inventing",
    Note.NO_JOKE: "no joke would leave the words true",
    Note.TOO_SERIOUS: "it sounds serious: the tone was left as it is",
    Note.NO_EMOJI_FITS: "no emoji says what the words say",
    Note.NO_FAULT_FOUND: "nothing to correct was found",
    Note.ONLY_THIS_WAY: "there are no more ways: this one came before",
    Note.GRAMMAR_IN_PART: "French: typography, spelling and common agreements are checked, "
    "not all of the grammar",
    Note.SPELLING_NOT_CHECKED: "spelling is not checked: the extra `write` is not installed",
    Note.MEANING_NOT_KEPT: "every change tried would have altered the meaning",
}


@dataclass(frozen=True, slots=True)
class Done:
    """One text of the command line and what became of it."""

    text: str
    wish: Wish
    language: Language | None
    way: Rewritten


def rewritten(text: str, wish: str, language: str | None, again: int) -> Done:
    """Raises typer.BadParameter for a wish or a language that is not known: exit code 2."""
    if wish not in set(Wish):
        raise typer.BadParameter(f"no wish {wish!r}: there are {', '.join(Wish)}")
    if language not in {None, *get_args(Language)}:
        raise typer.BadParameter(f"no language {language!r}: there are en, fr")
    spoken: Language | None = "fr" if language == "fr" else "en" if language == "en" else None
    spoken = spoken or language_of_text(text, "en")
    way = (
        rewrite_again(text, Wish(wish), spoken, again)
        if spoken
        else Rewritten(text, (Note.OTHER_LANGUAGE,), changed=False)
    )
    return Done(text, Wish(wish), spoken, way)


def as_text(done: Done) -> str:
    """The differences, in colours on a terminal, in marks elsewhere; then the text, then notes."""
    marks = COLOURS if sys.stdout.isatty() else MARKS
    pieces = diff(done.text, done.way.text)
    shown = "".join(marks[piece.kind][0] + piece.text + marks[piece.kind][1] for piece in pieces)
    lines = [shown, "", done.way.text] if done.way.changed else [done.text]
    return "\n".join([*lines, *(f"note: {SAID[note]}" for note in done.way.notes if note in SAID)])


def as_json(done: Done) -> str:
    pieces = diff(done.text, done.way.text)
    told = {
        "text": done.text,
        "wish": done.wish.value,
        "language": done.language,
        "rewritten": done.way.text,
        "changed": done.way.changed,
        "notes": [note.value for note in done.way.notes],
        "pieces": [{"kind": piece.kind.value, "text": piece.text} for piece in pieces],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
