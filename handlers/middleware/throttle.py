"""How fast one person may talk before the bot asks for a breath."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import TelegramObject, Update, User

from bot.clock import Clock
from bot.texts import Language, Texts, language_of

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

# A person tapping fast makes three or four updates a second; a program makes hundreds.
BURST = 30
REFILL = timedelta(milliseconds=500)
REMEMBERED = 10_000  # people; the one seen longest ago is forgotten first


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: datetime
    told: bool = False


class Throttle:
    """A token bucket a person: media always pass, since nothing given may be lost."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def lets(self, who: int, now: datetime) -> bool:
        bucket = self._bucket(who, now)
        bucket.tokens = min(BURST, bucket.tokens + (now - bucket.at) / REFILL)
        bucket.at = now
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        bucket.told = bucket.told and bucket.tokens < BURST / 2
        return True

    def should_tell(self, who: int) -> bool:
        """Once a flood, not once a message."""
        bucket = self._buckets[who]
        first, bucket.told = not bucket.told, True
        return first

    def _bucket(self, who: int, now: datetime) -> _Bucket:
        bucket = self._buckets.setdefault(who, _Bucket(BURST, now))
        self._buckets.move_to_end(who)
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        return bucket


class ThrottleMiddleware(BaseMiddleware):
    """Before anything is read: what a flood asks costs nothing."""

    def __init__(self, clock: Clock, texts: Mapping[Language, Texts]) -> None:
        self._clock = clock
        self._texts = texts
        self._throttle = Throttle()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        who = getattr(event.event, "from_user", None) if isinstance(event, Update) else None
        if who is None or _is_given(event) or self._throttle.lets(who.id, self._clock.now()):
            return await handler(event, data)
        if isinstance(event, Update):
            await self._slow_down(event, who, data["bot"])
        return None

    async def _slow_down(self, event: Update, who: User, bot: Bot) -> None:
        """A button may not keep turning; words are answered once a flood."""
        t = self._texts[language_of(who.language_code)]
        if event.callback_query:
            await bot.answer_callback_query(event.callback_query.id, t("error-slow-down"))
        elif event.message and self._throttle.should_tell(who.id):
            await bot.send_message(event.message.chat.id, t("error-slow-down"))


def _is_given(event: TelegramObject) -> bool:
    message = event.message if isinstance(event, Update) else None
    return message is not None and message.text is None
