"""The bot's queue of updates: life times, allowed kinds, offsets, long polls, conflicts."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.clock import Clock
from bot.sandbox.errors import ApiError
from bot.sandbox.state import Json

LIFETIMES = {
    "callback_query": timedelta(seconds=150),
    "inline_query": timedelta(seconds=30),
    "chosen_inline_result": timedelta(seconds=600),
}
LIFETIME = timedelta(hours=24)
LATER = datetime.max.replace(tzinfo=UTC)
BATCH_BYTES = 4 * 1024 * 1024  # the real server cuts its answer there
BATCH_UPDATES = 100
POLL_SECONDS = 50
QUICK_SECONDS = 0.5  # the same offset asked twice within this gets one update
ASKED_FOR_BY_NAME = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
WEBHOOK_SET = "Conflict: terminated by setWebhook request"


@dataclass(frozen=True, slots=True)
class Update:
    """One update, already written as JSON, and whose turn it is (chat or person)."""

    id: int
    kind: str
    chat_id: int
    text: str
    expires_at: datetime


class UpdateQueue:
    """What the bot has not confirmed yet; `on_update` is told of each arrival."""

    def __init__(self, clock: Clock, first_id: int = 100_000_001) -> None:
        self._clock = clock
        self._next_id = first_id
        self._next_expiry = LATER
        self._waiting: deque[Update] = deque()
        self._poll: asyncio.Future[str | None] | None = None
        self._last_poll: tuple[int, float] = (0, 0.0)
        self.allowed: frozenset[str] = frozenset()
        self.duplicates = 0
        self.swaps = 0
        self.on_update: Callable[[], None] = self.wake
        self._is_closed = False

    def __len__(self) -> int:
        self._drop_expired()
        return len(self._waiting)

    def allow(self, kinds: Sequence[str] | None) -> None:
        """None keeps what was said last; an empty list goes back to the usual ones."""
        if kinds is not None:
            self.allowed = frozenset(kinds)

    def put(self, kind: str, chat_id: int, payload: Json) -> bool:
        """Whether the bot will hear of it: kinds it did not ask for are not kept."""
        wanted = kind in self.allowed if self.allowed else kind not in ASKED_FOR_BY_NAME
        if not wanted:
            return False
        text = json.dumps(
            {"update_id": self._next_id, kind: payload}, ensure_ascii=False, separators=(",", ":")
        )
        expires_at = self._clock.now() + LIFETIMES.get(kind, LIFETIME)
        self._append(Update(self._next_id, kind, chat_id, text, expires_at))
        self._next_id += 1
        self.on_update()
        return True

    def _append(self, update: Update) -> None:
        self._next_expiry = min(self._next_expiry, update.expires_at)
        self._waiting.append(update)
        if self.swaps > 0 and len(self._waiting) > 1:
            self.swaps -= 1
            self._waiting[-1], self._waiting[-2] = self._waiting[-2], self._waiting[-1]
        if self.duplicates > 0:
            self.duplicates -= 1
            self._waiting.append(update)

    def clear(self) -> None:
        self._waiting.clear()

    def pending(self) -> list[Update]:
        self._drop_expired()
        return list(self._waiting)

    def confirm(self, update: Update) -> None:
        if update in self._waiting:
            self._waiting.remove(update)

    def _drop_expired(self) -> None:
        now = self._clock.now()
        if self._waiting and now >= self._next_expiry:
            self._waiting = deque(item for item in self._waiting if item.expires_at > now)
            self._next_expiry = min((item.expires_at for item in self._waiting), default=LATER)

    async def poll(self, offset: int, limit: int, timeout_seconds: float) -> str:
        """A JSON list of updates; a second poll ends the first with a conflict."""
        limit = self._limit(offset, limit)
        self._forget_before(offset)
        batch = self._batch(limit)
        if batch or timeout_seconds <= 0 or self._is_closed:
            return _joined(batch)
        self.abort(OTHER_POLL)
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(timeout_seconds):
                refusal = await poll
        except TimeoutError:
            refusal = None
        finally:
            if self._poll is poll:
                self._poll = None
        if refusal:
            raise ApiError(409, refusal)
        return _joined(self._batch(limit))

    def _limit(self, offset: int, limit: int) -> int:
        last_offset, last_at = self._last_poll
        now = time.monotonic()
        self._last_poll = (offset, now)
        limit = min(max(limit, 1), BATCH_UPDATES)
        return 1 if offset == last_offset and now < last_at + QUICK_SECONDS else limit

    def _forget_before(self, offset: int) -> None:
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
            return
        while self._waiting and self._waiting[0].id < offset:
            self._waiting.popleft()
        if len(self._waiting) > 1 and self._waiting[1].id < offset:  # two that changed places
            del self._waiting[1]

    def _batch(self, limit: int) -> list[Update]:
        self._drop_expired()
        batch: list[Update] = []
        left_bytes = BATCH_BYTES
        for update in self._waiting:
            left_bytes -= 50 + len(update.text)
            if len(batch) == limit or left_bytes <= 0:
                break
            batch.append(update)
        return batch

    def wake(self) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(None)

    def close(self) -> None:
        """Nobody waits any more."""
        self._is_closed = True
        self.abort(None)

    def abort(self, refusal: str | None) -> None:
        """End the poll that waits: with a conflict, or with nothing when the server closes."""
        if self._poll and not self._poll.done():
            self._poll.set_result(refusal)


def _joined(batch: list[Update]) -> str:
    return "[" + ",".join(update.text for update in batch) + "]"
