"""What a message answers: an update or a job; with a running number it names each send."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final


@dataclass(slots=True)
class Origin:
    """Where sends come from. A replay asks for the same names in the same order.

    defers: a confirmation may wait for the origin's own last transaction, which saves one.
    """

    key: str
    defers: bool = False
    sends: int = 0
    confirmed: list[tuple[str, list[int]]] = field(default_factory=list)

    def restart(self) -> None:
        """Another attempt begins: its sends bear the same names again."""
        self.sends = 0

    def next_key(self, method: str) -> str:
        self.sends += 1
        return f"{self.key}/{self.sends}/{method}"

    def take_confirmed(self) -> list[tuple[str, list[int]]]:
        """What waits to be written down; the caller's transaction does it."""
        taken, self.confirmed = self.confirmed, []
        return taken


_ORIGIN: Final[ContextVar[Origin | None]] = ContextVar("origin", default=None)


def current() -> Origin | None:
    return _ORIGIN.get()


@contextmanager
def origin(key: str, *, defers: bool = False) -> Iterator[Origin]:
    """Everything sent inside answers `key`, which holds ids only."""
    opened = Origin(key, defers=defers)
    token = _ORIGIN.set(opened)
    try:
        yield opened
    finally:
        _ORIGIN.reset(token)
