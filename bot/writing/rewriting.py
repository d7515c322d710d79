"""What the Writer hands out: a rewriting with its differences, or captions, and who made them."""

from dataclasses import dataclass
from enum import StrEnum

from bot.remote.errors import Reason
from bot.texts import Language
from bot.writing.captions import Caption
from bot.writing.diff import Piece, diff
from bot.writing.rewrite import rewrite_again
from bot.writing.wishes import Note, Rewritten, Wish


class Engine(StrEnum):
    """Who wrote it."""

    EMBEDDED = "embedded"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A text as wished, and what the person is told beside it.

    pieces: the differences from the original. why_embedded: what kept the endpoint from
    answering, None where it was not asked. is_stopped: the person stopped it, nothing changed.
    """

    text: str
    pieces: tuple[Piece, ...]
    engine: Engine = Engine.EMBEDDED
    notes: tuple[Note, ...] = ()
    why_embedded: Reason | None = None
    is_stopped: bool = False

    @property
    def changed(self) -> bool:
        return any(piece.kind != "kept" for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Proposed:
    """Captions and who wrote them; `why_embedded` and `is_stopped` as of a rewriting."""

    captions: tuple[Caption, ...]
    engine: Engine = Engine.EMBEDDED
    why_embedded: Reason | None = None
    is_stopped: bool = False


def rewriting(
    text: str, wish: Wish, language: Language, again: int
) -> tuple[Rewritten, tuple[Piece, ...]]:
    """The embedded engine's whole work, as a child does it."""
    way = rewrite_again(text, wish, language, again)
    return way, diff(text, way.text)


def all_ways(text: str, language: Language) -> tuple[tuple[Wish, str], ...]:
    """Each wish that changes the text, and no result twice."""
    found: dict[str, Wish] = {}
    for wish in Wish:
        way = rewrite_again(text, wish, language, 0)
        if way.changed:
            found.setdefault(way.text, wish)
    return tuple((wish, said) for said, wish in found.items())
