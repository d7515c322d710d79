"""What may go wrong on purpose: by method and count, or by dice for a soak."""

import itertools
import random
from dataclasses import dataclass, field
from typing import Literal, get_args

from bot.sandbox.state import Json
from bot.sandbox.updates import UpdateQueue

Kind = Literal[
    "429",
    "500",
    "502",
    "502html",
    "drop_before",
    "drop_after",
    "delay",
    "corrupt",
    "duplicate",
    "reorder",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
RANDOM_KINDS: tuple[Kind, ...] = KINDS[:8]


@dataclass(slots=True)
class Fault:
    """`times` calls of `method` ("*" for any) go wrong in the way `kind` says."""

    method: str
    kind: Kind
    times: int = 1
    retry_after: int = 1
    seconds: float = 0.2
    id: int = field(default_factory=itertools.count(1).__next__)

    def concerns(self, method: str) -> bool:
        return self.times > 0 and self.method.lower() in ("*", method.lower())

    def view(self) -> Json:
        return {"id": self.id, "method": self.method, "kind": self.kind, "left": self.times}


class Faults:
    """The faults still to come."""

    def __init__(self, queue: UpdateQueue) -> None:
        self._queue = queue
        self._planned: list[Fault] = []
        self._dice: random.Random | None = None
        self._share = 0.0
        self._kinds = RANDOM_KINDS

    def add(self, fault: Fault) -> None:
        if fault.kind == "duplicate":
            self._queue.duplicates += fault.times
        elif fault.kind == "reorder":
            self._queue.swaps += fault.times
        else:
            self._planned.append(fault)

    def clear(self) -> None:
        self._planned.clear()
        self._dice = None
        self._queue.duplicates = self._queue.swaps = 0

    def random(
        self, dice: random.Random, share: float, kinds: tuple[Kind, ...] = RANDOM_KINDS
    ) -> None:
        """From now on, a share of all calls (0 to 1) goes wrong in one of these ways."""
        self._dice, self._share, self._kinds = dice, share, kinds

    def view(self) -> list[Json]:
        return [fault.view() for fault in self._planned if fault.times > 0]

    def take(self, method: str) -> Fault | None:
        """The fault that strikes this call, counted off."""
        for fault in self._planned:
            if fault.concerns(method):
                fault.times -= 1
                return fault
        if self._dice is not None and self._dice.random() < self._share:
            return Fault(method, self._dice.choice(self._kinds))
        return None
