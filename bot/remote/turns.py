"""What is said to the endpoint and what comes back, as frozen values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Literal

MOST_CHARACTERS: Final = 24_000  # of all turns together: about 6,000 tokens, a small server's room

Speaker = Literal["system", "user", "assistant"]


class Shape(StrEnum):
    """The sizes that the images API has had under every model, in pixels."""

    SQUARE = "1024x1024"
    WIDE = "1536x1024"
    TALL = "1024x1536"


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation; what a person wrote is never the system's."""

    role: Speaker
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back whole. Nothing of it was checked yet.

    is_stopped: the person stopped it; `text` is what had arrived, perhaps nothing.
    is_cut: it ran into `most_tokens`, so its last sentence may be half a one.
    """

    text: str
    is_stopped: bool = False
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One question, ready to leave. picture: a bare JPEG shown with the last turn."""

    messages: Sequence[Turn]
    most_tokens: int
    picture: bytes | None = None
    json_schema: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        if not self.messages or self.messages[-1].role != "user":
            raise ValueError("the last turn must be the person's")
        if sum(len(turn.text) for turn in self.messages) > MOST_CHARACTERS:
            raise ValueError(f"more than {MOST_CHARACTERS} characters")

    @property
    def bytes_sent(self) -> int:
        """What leaves of the person's: words and picture, without the envelope."""
        words = sum(len(turn.text.encode()) for turn in self.messages)
        return words + len(self.picture or b"")
