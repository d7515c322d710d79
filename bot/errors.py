"""What can go wrong, as a tree: a sentence for the person, or a bug.

PepiteError
├── FriendlyError        the person reads `text_id` in their language
└── OperatorError        whoever runs the bot reads the message, on standard error
"""

from collections.abc import Mapping
from typing import ClassVar, Protocol, TypeVar


class PepiteError(Exception):
    """Anything this project raises on purpose."""


class FriendlyError(PepiteError):
    """A sentence for the person: subclasses name a Fluent id, arguments fill it."""

    text_id: ClassVar[str]

    def __init__(self, **facts: str | int) -> None:
        super().__init__(self.text_id)
        self.facts: Mapping[str, str | int] = facts


class OperatorError(PepiteError):
    """One clear sentence for whoever runs the bot; the command exits with 1."""


class Versioned(Protocol):
    """What grows with every change, so that an old button cannot act on new state."""

    version: int


Row = TypeVar("Row", bound=Versioned)


def as_known(
    row: Row | None,
    version: int | None,
    *,
    gone: type[FriendlyError],
    changed: type[FriendlyError],
) -> Row:
    """The row as its button knew it: raises `gone` without one, `changed` in another state.

    version: None for whatever state it is in.
    """
    if row is None:
        raise gone
    if version is not None and row.version != version:
        raise changed
    return row
