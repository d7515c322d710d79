"""Asking Telegram for updates, and telling it which ones are safe here."""

import asyncio
import logging
from collections.abc import Iterator
from typing import Any, Final

from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import TelegramMethod

from bot.telegram.errors import WIRE_ERRORS
from bot.telegram.inbox import Inbox
from bot.telegram.updates import RawUpdate
from storage.telegram import DATABASE_ERRORS

log = logging.getLogger(__name__)

PATIENCE_S: Final = 25  # Telegram allows 50; proxies on the way often only 30
PAUSES_S: Final = (0.5, 1.0, 2.0, 5.0)


class GetRawUpdates(TelegramMethod[list[RawUpdate]]):
    """`getUpdates` as plain dictionaries: they are sealed as they came, then parsed once."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = PATIENCE_S
    allowed_updates: list[str] | None = None


async def poll(bot: Bot, inbox: Inbox, *, allowed: list[str]) -> None:
    """Fill the inbox until cancelled. A batch is confirmed only by the call after its commit."""
    request, pauses = GetRawUpdates(allowed_updates=allowed), _pauses()
    await bot.delete_webhook()  # Telegram answers 409 to polling beside a webhook
    while True:
        await inbox.room()
        try:
            updates = await bot(request, request_timeout=2 * PATIENCE_S)
            await inbox.receive(updates)
        except (*WIRE_ERRORS, *DATABASE_ERRORS) as error:
            log.warning("no updates: %s", type(error).__name__)
            await asyncio.sleep(_pause(error, pauses))
            continue
        pauses = _pauses()
        if updates:
            last = max(update["update_id"] for update in updates)
            request = request.model_copy(update={"offset": last + 1})


def _pauses() -> Iterator[float]:
    yield from PAUSES_S
    while True:
        yield PAUSES_S[-1]


def _pause(error: Exception, pauses: Iterator[float]) -> float:
    return error.retry_after if isinstance(error, TelegramRetryAfter) else next(pauses)
