"""What both parse modes share: words gathered so far, where they stand, what is still open."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from bot.sandbox.errors import ApiError, bad
from bot.sandbox.state import Json
from bot.sandbox.utf16 import utf16_length

Open = TypeVar("Open")


@dataclass(slots=True)
class EntityReader(Generic[Open]):
    """place: in `source`; units: of UTF-16, as entities count; stack: what waits for its end."""

    source: str
    place: int = 0
    words: list[str] = field(default_factory=list)
    units: int = 0
    stack: list[Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def byte_offset(self, place: int) -> int:
        """Telegram's errors count bytes."""
        return len(self.source[:place].encode())

    def write(self, text: str) -> None:
        self.words.append(text)
        self.units += utf16_length(text)


def wrong(reason: str) -> ApiError:
    return bad(f"can't parse entities: {reason}")
