"""What a rewriting changed, word by word, as pieces and as a message of Telegram's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from html import escape
from typing import Final

MOST_UNITS: Final = 4096  # UTF-16 units that a message may have
CUT_MARK: Final = "…"
TOKENS: Final = re.compile(r"\w+(?:['’]\w+)*['’]?|\s+|[^\w\s]")


class Kind(StrEnum):
    """What became of a piece."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words together with what surrounds them."""

    kind: Kind
    text: str


def diff(before: str, after: str) -> tuple[Piece, ...]:
    """KEPT and GONE joined give `before`, KEPT and NEW joined give `after`."""
    old, new = TOKENS.findall(before), TOKENS.findall(after)
    pieces: list[Piece] = []
    for kind, text in _steps(old, new):
        if text and pieces and pieces[-1].kind is kind:
            pieces[-1] = Piece(kind, pieces[-1].text + text)
        elif text:
            pieces.append(Piece(kind, text))
    return tuple(pieces)


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Kind, str]]:
    """Spaces alone are no likeness: they bind nothing between two changes."""
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    for tag, left, left_end, right, right_end in matcher.get_opcodes():
        if tag == "equal":
            yield Kind.KEPT, "".join(old[left:left_end])
        else:
            yield Kind.GONE, "".join(old[left:left_end])
            yield Kind.NEW, "".join(new[right:right_end])


def as_html(pieces: Sequence[Piece], limit: int = MOST_UNITS) -> str:
    """Struck what went, bold what came, as Telegram's HTML.

    limit: in UTF-16 units of the whole markup; what does not fit ends in an ellipsis.
    """
    written, room = [], limit
    for piece in pieces:
        marked = _marked(piece.kind, piece.text)
        if units(marked) > room - len(CUT_MARK):
            written.append(_cut(piece, room - len(CUT_MARK)) + CUT_MARK)
            break
        written.append(marked)
        room -= units(marked)
    return "".join(written)


def units(text: str) -> int:
    """How long Telegram counts a text: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _marked(kind: Kind, text: str) -> str:
    tags = {Kind.KEPT: "", Kind.GONE: "s", Kind.NEW: "b"}
    said, tag = escape(text, quote=False), tags[kind]
    return f"<{tag}>{said}</{tag}>" if tag else said


def _cut(piece: Piece, room: int) -> str:
    """As many whole words of the piece as fit."""
    fitting = ""
    for token in TOKENS.findall(piece.text):
        if units(_marked(piece.kind, fitting + token)) > room:
            break
        fitting += token
    return _marked(piece.kind, fitting) if fitting else ""
