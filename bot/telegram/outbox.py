"""Everything that leaves for Telegram: in its pace, patiently, and each message once.

A send is claimed by a row before it leaves and confirmed after; whoever is replayed finds it.
A connection that breaks in between leaves an unknown outcome: it is counted, never repeated,
because a person would rather ask again than read everything twice.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiohttp import ClientConnectorError

from bot.telegram import methods, origins
from bot.telegram.errors import WIRE_ERRORS, OutcomeUnknown, PersonBlocked
from bot.telegram.origins import Origin
from bot.telegram.pace import Pacer
from storage.open import Storage
from storage.telegram import SendState

Blocked = Callable[[int], Awaitable[None]]
Next = NextRequestMiddlewareType[Any]

# Telegram read the request and said no; trying again would bring the same answer.
_FINAL: Final = (
    TelegramNotFound,
    TelegramUnauthorizedError,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramMigrateToChat,
)
_REFUSED: Final = (TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter)
# The inbox has its own patience; a preview of words is worth none, the next one says more.
_UNTOUCHED: Final = frozenset({"getUpdates", "sendMessageDraft"})


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to go on when Telegram does not answer.

    pauses: before another try of what may be repeated. away: how long a message that never
    left waits for Telegram to come back, with at most `away_pause` between two knocks.
    """

    pauses: tuple[float, ...] = (0.5, 1.0, 2.0, 4.0)
    away: timedelta = timedelta(hours=1)
    away_pause: float = 30.0
    longest_retry_after: int = 600


class Outbox(BaseRequestMiddleware):
    """A request middleware of the Bot's session: `bot.session.middleware(outbox)`.

    on_blocked: called with a person's Telegram id when they blocked the bot.
    """

    def __init__(
        self,
        storage: Storage,
        *,
        on_blocked: Blocked,
        pacer: Pacer | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._storage = storage
        self._on_blocked = on_blocked
        self._pacer = pacer or Pacer()
        self._patience = patience or Patience()

    async def __call__(self, make_request: Next, bot: Bot, method: TelegramMethod[Any]) -> Any:
        if method.__api_method__ in _UNTOUCHED:
            return await make_request(bot, method)
        origin = origins.current()
        if origin is None or not methods.is_send(method):
            return await self._deliver(make_request, bot, method)
        return await self._send_once(make_request, bot, method, origin)

    async def _send_once(
        self, make_request: Next, bot: Bot, method: TelegramMethod[Any], origin: Origin
    ) -> Any:
        """Claimed only while it is on its way: what still waits may leave after a restart."""
        key = origin.next_key(method.__api_method__)

        async def once(bot: Bot, method: TelegramMethod[Any]) -> Any:
            known = await self._claim(key, methods.chat_of(method), origin)
            if known is not None:
                return methods.replayed(method, known, bot)
            try:
                result = await make_request(bot, method)
            except TelegramAPIError as error:
                if _did_not_arrive(error):
                    async with self._storage.begin() as tx:
                        await tx.telegram.free(key)
                raise
            await self._confirm(key, methods.message_ids(result), origin)
            return result

        try:
            return await self._deliver(once, bot, method)
        except OutcomeUnknown:
            async with self._storage.begin() as tx:
                await tx.telegram.unknown(key)
            raise

    async def _claim(self, key: str, chat: int | str | None, origin: Origin) -> list[int] | None:
        """None once it is ours to send; the numbers of a send confirmed before."""
        async with self._storage.begin() as tx:
            for earlier, numbers in origin.take_confirmed():
                await tx.telegram.sent(earlier, numbers)
            row = await tx.telegram.claim(key, chat if isinstance(chat, int) else None)
            if row is not None and row.state is SendState.CLAIMED:
                await tx.telegram.unknown(key)  # whoever claimed it died before the answer
        if row is None:
            return None
        if row.state is SendState.SENT:
            return [int(number) for number in (row.message_ids or "").split()]
        raise OutcomeUnknown(key)

    async def _confirm(self, key: str, numbers: list[int], origin: Origin) -> None:
        if origin.defers:
            origin.confirmed.append((key, numbers))
            return
        async with self._storage.begin() as tx:
            await tx.telegram.sent(key, numbers)

    async def _deliver(self, make_request: Next, bot: Bot, method: TelegramMethod[Any]) -> Any:
        """Try until it is done, refused, unknown, or patience ends."""
        pauses = iter(self._patience.pauses)
        until = _now() + self._patience.away.total_seconds()
        while True:
            await self._wait_for_turn(method)
            try:
                return await make_request(bot, method)
            except TelegramBadRequest as error:
                if methods.is_harmless(error):
                    return True
                raise
            except TelegramForbiddenError as error:
                raise await self._refused(method, error) from error
            except TelegramRetryAfter as error:
                if error.retry_after > self._patience.longest_retry_after:
                    raise
                self._pacer.hold(methods.chat_of(method), _now() + error.retry_after, _now())
            except WIRE_ERRORS as error:
                await asyncio.sleep(self._pause_after(error, method, pauses, until))

    async def _wait_for_turn(self, method: TelegramMethod[Any]) -> None:
        if not methods.is_paced(method):
            return
        chat = methods.chat_of(method)
        if chat is not None:
            await _sleep(self._pacer.of_chat(chat, _now()).reserve(_now()))
        await _sleep(self._pacer.common.reserve(_now()))

    async def _refused(
        self, method: TelegramMethod[Any], error: TelegramForbiddenError
    ) -> Exception:
        """A person who left is written down; a channel's refusal is its caller's to explain."""
        chat = methods.chat_of(method)
        if not isinstance(chat, int) or chat <= 0:
            return error
        await self._on_blocked(chat)
        return PersonBlocked("the bot may not write there")

    def _pause_after(
        self,
        error: Exception,
        method: TelegramMethod[Any],
        pauses: Iterator[float],
        until: float,
    ) -> float:
        """Seconds before another try; raises what the caller must know when there is none."""
        if isinstance(error, _FINAL):
            raise error
        if _never_left(error) and _now() < until:
            return next(pauses, self._patience.away_pause)
        if methods.is_send(method) and not _never_left(error):
            raise OutcomeUnknown(method.__api_method__) from error
        if (pause := next(pauses, None)) is None:
            raise error
        return pause


def _did_not_arrive(error: Exception) -> bool:
    return _never_left(error) or isinstance(error, (*_FINAL, *_REFUSED))


def _never_left(error: Exception) -> bool:
    """No connection was made, so Telegram cannot have acted."""
    return isinstance(error.__cause__, ClientConnectorError)


def _now() -> float:
    return asyncio.get_running_loop().time()


async def _sleep(seconds: float) -> None:
    if seconds > 0:
        await asyncio.sleep(seconds)
