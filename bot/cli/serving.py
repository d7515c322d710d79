"""Running the App until a signal says stop: what has begun is finished first."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.app import open_app
from bot.cli.asking import who_is
from bot.cli.interrupts import stopping
from bot.clock import WallClock
from bot.errors import OperatorError
from bot.settings import Settings
from bot.telegram.client import open_bot


async def serve_until_stopped(settings: Settings) -> None:
    """Raises OperatorError for a token that Telegram does not know, or no Telegram at all."""
    with alone_in(settings.home):
        await _serve(settings)


async def _serve(settings: Settings) -> None:
    async with open_bot(settings) as bot:
        me = await who_is(bot, settings.telegram_api)
    async with open_app(settings, WallClock()) as app:
        with stopping() as stopped:
            print(f"@{me.username} is listening; Ctrl-C stops it.", flush=True)
            await app.run(stopped)


@contextmanager
def alone_in(home: Path) -> Iterator[None]:
    """Two bots on one data folder would take each other's work for that of the dead.

    The folder itself is locked: a file in it would be data that a missing key must open.
    Raises OperatorError when another process is there; the lock goes with the process.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = os.open(home, os.O_RDONLY)
    try:
        _lock(folder, home)
        yield
    finally:
        os.close(folder)


def _lock(folder: int, home: Path) -> None:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise OperatorError(f"Another pepite already works in {home}.") from None
