"""What changed, numbered, for pages and programs that follow along; idle until one does."""

from collections import deque
from collections.abc import Callable

from bot.sandbox.pulse import Pulse
from bot.sandbox.state import Json

KEPT_EVENTS = 5_000


class Feed:
    """Events in order; costs nothing as long as nobody watches."""

    def __init__(self) -> None:
        self.is_watched = False
        self.is_closed = False
        self.seq = 0
        self.arrived = Pulse()
        self._events: deque[Json] = deque(maxlen=KEPT_EVENTS)

    def tell(self, kind: str, facts: Callable[[], Json]) -> None:
        """`facts` is only asked when somebody watches."""
        if not self.is_watched:
            return
        self.seq += 1
        self._events.append({"seq": self.seq, "kind": kind} | facts())
        self.arrived.ring()

    def close(self) -> None:
        """Those who follow along go home."""
        self.is_closed = True
        self.arrived.ring()

    def since(self, seq: int) -> list[Json]:
        """Events after `seq`; one `reset` when the oldest of them are gone."""
        found = [event for event in self._events if event["seq"] > seq]
        complete = seq >= self.seq or bool(found and found[0]["seq"] == seq + 1)
        return found if complete else [{"seq": self.seq, "kind": "reset"}]
