"""A reminder as it leaves and as it is answered: values for the conversation."""

from dataclasses import dataclass

from bot.gallery.facts import Facts
from bot.memories.cadence import Cadence
from bot.memories.memory import Memory
from storage.memories import NudgeId


@dataclass(frozen=True, slots=True)
class Claimed:
    """A nudge whose time has come. ignored: how many in a row stayed without an answer."""

    cadence: Cadence
    ignored: int
    number_this_week: int


@dataclass(frozen=True, slots=True)
class Reminder:
    """The memory in words and a blurred JPEG; facts: of each media, the first shown first."""

    id: NudgeId
    memory: Memory
    facts: tuple[Facts, ...]
    blurred: bytes
    claimed: Claimed


@dataclass(frozen=True, slots=True)
class Avoided:
    """How many will not come back, and how many days and towns of that memory there are."""

    count: int
    days: int
    places: int


@dataclass(frozen=True, slots=True)
class Habit:
    """What a person picked; None until they did. zone: IANA."""

    hour: int | None
    times_a_week: int
    zone: str | None
