"""What the doctor finds: a part of the house, its state, and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """A warning leaves the bot running."""

    WELL = "well"
    WARNING = "warning"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the house; `mend` says what to do unless it is well."""

    part: str
    state: State
    said: str
    mend: str = ""
