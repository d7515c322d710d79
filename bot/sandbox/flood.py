"""Telegram's limits on sending, as far as anyone knows them; off until asked for."""

import math
import time
from collections import deque

from bot.sandbox.errors import too_many

ALL_A_SECOND = 30
CHAT_A_SECOND = 1
GROUP_A_MINUTE = 20
SENDING = ("send", "copy", "forward")
COUNTED = (*SENDING, "edit")
FREE = frozenset(("sendchataction", "sendmessagedraft"))


class Flood:
    """30 a second in all, 1 a second in a chat, 20 a minute in a group."""

    def __init__(self) -> None:
        self.on = False
        self._all: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}

    def check(self, method: str, chat_id: int | None, messages: int = 1) -> None:
        """Count a call; raises ApiError 429 with the seconds to wait."""
        if not self.on or method in FREE or not method.startswith(COUNTED):
            return
        now = time.monotonic()
        _room(self._all, now, span=1.0, limit=ALL_A_SECOND)
        if chat_id is not None and method.startswith(SENDING):
            sent = self._chats.setdefault(chat_id, deque())
            if chat_id < 0:
                _room(sent, now, span=60.0, limit=GROUP_A_MINUTE)
            else:
                _room(sent, now, span=1.0, limit=CHAT_A_SECOND)
            sent.extend([now] * messages)
        self._all.extend([now] * messages)


def _room(sent: deque[float], now: float, *, span: float, limit: int) -> None:
    while sent and sent[0] <= now - span:
        sent.popleft()
    if len(sent) >= limit:
        raise too_many(max(1, math.ceil(sent[0] + span - now)))
