"""A memory: what kind it is, which media it shows, and why."""

from dataclasses import dataclass
from enum import StrEnum

from bot.memories.gems import Reason


class MemoryKind(StrEnum):
    """What sort of memory it is."""

    ON_THIS_DAY = "on_this_day"
    MOMENT = "moment"
    GEM = "gem"


@dataclass(frozen=True, slots=True)
class Memory:
    """What to show, the best media first, and up to three reasons. score: from 0 to 1."""

    kind: MemoryKind
    media: tuple[str, ...]
    reasons: tuple[Reason, ...]
    score: float
