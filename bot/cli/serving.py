"""Running the App until a signal says stop: what has begun is finished first."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from aiogram.exceptions import TelegramNetworkError, TelegramNotFound, TelegramUnauthorizedError

from bot.app import open_app
from bot.clock import WallClock
from bot.errors import OperatorError
from bot.settings import Settings


async def serve_until_stopped(settings: Settings) -> None:
    """Raises OperatorError for a token that Telegram does not know, or no Telegram at all."""
    async with open_app(settings, WallClock()) as app:
        try:
            me = await app.bot.get_me()
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise OperatorError("Telegram does not know this PEPITE_BOT_TOKEN.") from None
        except TelegramNetworkError:
            raise OperatorError(f"Nothing answers at {settings.telegram_api}.") from None
        with stopping() as stopped:
            print(f"@{me.username} is listening; Ctrl-C stops it.", flush=True)
            await app.run(stopped)


@contextmanager
def stopping() -> Iterator[asyncio.Event]:
    """An event that SIGTERM and Ctrl-C set."""
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    try:
        yield stopped
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
