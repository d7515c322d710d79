"""The phrases of both languages, and what each of them needs to be known."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from fluent.syntax import FluentParser, ast, visitor

from bot.texts import Language, Texts, load_texts

FOLDER: Final = Path(__file__).parent


class Spirit(StrEnum):
    """The air of a caption; each proposal has three, one of each."""

    PLAIN = "plain"
    WARM = "warm"
    PLAYFUL = "playful"


class Scope(StrEnum):
    """How many media a phrase can speak of."""

    ONE = "one"
    MANY = "many"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way to say it. needs: the variables that must all be known."""

    id: str
    spirit: Spirit
    scope: Scope
    needs: frozenset[str]


class _Variables(visitor.Visitor):
    """Collects the names of the variables in a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's
        self.names.add(node.id.name)


@cache
def texts() -> Mapping[Language, Texts]:
    return load_texts([FOLDER], stem="phrases.")


@cache
def phrases(language: Language) -> tuple[Phrase, ...]:
    """Every caption of a language, in the order of its file."""
    source = (FOLDER / f"phrases.{language}.ftl").read_text(encoding="utf-8")
    messages = [
        entry for entry in FluentParser().parse(source).body if isinstance(entry, ast.Message)
    ]
    spirits = set(Spirit)
    return tuple(_phrase(one) for one in messages if one.id.name.split("-")[0] in spirits)


def _phrase(message: ast.Message) -> Phrase:
    spirit, scope, _ = message.id.name.split("-", 2)
    variables = _Variables()
    variables.visit(message)
    return Phrase(message.id.name, Spirit(spirit), Scope(scope), frozenset(variables.names))
