"""The whole bot in a process of its own, forked from one that has imported it, to be killed."""

import asyncio
import multiprocessing
import signal
from datetime import timedelta
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Final

from bot.app import open_app
from bot.clock import WallClock
from bot.sandbox.endpoint import TEXT_MODEL
from bot.settings import read_settings

HOME: Final = "data"
KEY: Final = "key"
QUICK: Final = (timedelta(milliseconds=200), timedelta(seconds=1))
_CONTEXT: Final = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__])  # importing aiogram costs seconds: once is enough


class BotProcess:
    """Started as often as it is killed, over the same folder. ai_url: its endpoint, if any."""

    def __init__(self, url: str, token: str, folder: Path, ai_url: str | None = None) -> None:
        self._arguments = (url, token, folder, ai_url)
        self._process: ForkServerProcess | None = None

    def start(self) -> None:
        self._process = _CONTEXT.Process(target=_serve, args=self._arguments, daemon=True)
        self._process.start()

    def kill(self) -> None:
        """As a power cut does."""
        self._end(signal.SIGKILL)

    async def stop(self) -> int | None:
        """Ask it to finish; returns its exit code."""
        assert self._process is not None
        self._process.terminate()
        async with asyncio.timeout(120):
            while self._process.is_alive():  # noqa: ASYNC110  a process rings no bell
                await asyncio.sleep(0.02)
        code = self._process.exitcode
        self._end(None)
        return code

    def _end(self, sign: signal.Signals | None) -> None:
        if self._process is None:
            return
        if sign is not None:
            self._process.kill()
        self._process.join()
        self._process.close()
        self._process = None


def _serve(url: str, token: str, folder: Path, ai_url: str | None) -> None:
    asyncio.run(_run(url, token, folder, ai_url))


async def _run(url: str, token: str, folder: Path, ai_url: str | None) -> None:
    endpoint = {"ai_url": ai_url, "ai_model": TEXT_MODEL} if ai_url else {}
    settings = read_settings(
        bot_token=token, telegram_api=url, home=folder / HOME, key_file=folder / KEY, **endpoint
    )
    until = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, until.set)
    async with open_app(settings, WallClock()) as app:
        app.queue._pauses = QUICK  # a soak has no two minutes for a fifth attempt
        await app.run(until)
