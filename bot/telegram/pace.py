"""How fast messages may leave: 25 a second in all, one a second for a chat, short bursts."""

from dataclasses import dataclass, field
from typing import Final

CHATS_REMEMBERED: Final = 10_000


@dataclass(frozen=True, slots=True)
class Pace:
    """A rate in messages a second, and how many may leave at once after a silence."""

    rate: float
    burst: int


# Telegram allows about 30 a second: 25 + 5 never exceeds that in any one second.
IN_ALL: Final = Pace(rate=25, burst=5)
A_CHAT: Final = Pace(rate=1, burst=3)


@dataclass(slots=True)
class Bucket:
    """A generic cell rate: it remembers only when the next message would be due."""

    pace: Pace
    _due: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until a message may leave."""
        return max(0.0, self._due - self._slack - now)

    def reserve(self, now: float) -> float:
        """Take the next place; returns the seconds to wait for it."""
        wait = self.wait(now)
        self._due = max(self._due, now + wait) + 1 / self.pace.rate
        return wait

    def hold(self, until: float) -> None:
        """Telegram asked for silence: nothing leaves before `until`, and no burst after."""
        self._due = max(self._due, until + self._slack)

    @property
    def _slack(self) -> float:
        return (self.pace.burst - 1) / self.pace.rate


@dataclass(slots=True)
class Pacer:
    """One bucket for all and one a chat; monotonic seconds.

    A message waits for its chat first and for the common bucket after: a busy chat must not
    hold places that others could use.
    """

    in_all: Pace = IN_ALL
    a_chat: Pace = A_CHAT
    common: Bucket = field(init=False)
    _chats: dict[int | str, Bucket] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.common = Bucket(self.in_all)

    def of_chat(self, chat: int | str, now: float) -> Bucket:
        if len(self._chats) > CHATS_REMEMBERED:
            self._chats = {key: held for key, held in self._chats.items() if held.wait(now) > 0}
        return self._chats.setdefault(chat, Bucket(self.a_chat))

    def hold(self, chat: int | str | None, until: float, now: float) -> None:
        """Telegram asked for silence towards a chat, or towards everyone."""
        (self.common if chat is None else self.of_chat(chat, now)).hold(until)
