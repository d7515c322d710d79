"""How a measured bot tells its figures: one line of JSON whenever it gets SIGUSR1."""

import asyncio
import json
import signal
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

TRANSACTIONS: Counter[str] = Counter(writes=0, reads=0)
Run = Callable[[str, str, Path], Awaitable[None]]


def speak(run: Run) -> None:
    """Run a bot until it is killed. Arguments of the process: address, token, folder."""
    url, token, folder = sys.argv[1:]
    asyncio.run(_speak(run, url, token, Path(folder)))


async def _speak(run: Run, url: str, token: str, folder: Path) -> None:
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, _tell)
    await run(url, token, folder)


def _tell() -> None:
    print(json.dumps({"cpu_s": time.process_time(), **TRANSACTIONS}), flush=True)


def open_bot(url: str, token: str) -> Bot:
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))


async def echo(message: Message) -> None:
    await message.answer(f"heard {message.text}")
