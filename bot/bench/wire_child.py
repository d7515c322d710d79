"""A bot in a process of its own, for `bot.bench.wire`: it tells its CPU time when asked."""

import asyncio
import json
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

from bot.clock import WallClock
from bot.telegram.inbox import Inbox
from bot.telegram.outbox import Outbox
from bot.telegram.pace import Pace, Pacer
from bot.telegram.polling import poll
from storage.key_file import KeyFile
from storage.open import Storage, open_storage
from storage.transaction import Transaction

UNPACED = Pace(rate=1_000_000, burst=1)  # waiting costs no CPU, and would only take longer
Run = Callable[[str, str, Path], Awaitable[None]]


class CountingStorage(Storage):
    """Counts what it opens; everything else is the real one's."""

    writes = 0
    reads = 0

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        CountingStorage.writes += 1
        async with super().begin() as tx:
            yield tx

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        CountingStorage.reads += 1
        async with super().read() as tx:
            yield tx


async def echo(message: Message) -> None:
    await message.answer(f"heard {message.text}")


async def bare(url: str, token: str, _folder: Path) -> None:
    """Stock aiogram: polls, parses, answers, keeps nothing."""
    bot, dispatcher = _bot(url, token), Dispatcher()
    dispatcher.message.register(echo)
    await dispatcher.start_polling(bot, handle_signals=False)


async def wire(url: str, token: str, folder: Path) -> None:
    """The same answer behind the durable inbox and the outbox."""
    storage = await _storage(folder)
    bot, dispatcher = _bot(url, token), Dispatcher(disable_fsm=True)
    bot.session.middleware(
        Outbox(storage, on_blocked=_nobody, pacer=Pacer(in_all=UNPACED, a_chat=UNPACED))
    )
    dispatcher.message.register(echo)
    inbox = Inbox(dispatcher, bot, storage, WallClock())
    async with asyncio.TaskGroup() as group:
        group.create_task(inbox.run())
        group.create_task(poll(bot, inbox, allowed=["message"]))


MODES: Mapping[str, Run] = {"bare": bare, "wire": wire}


async def main(mode: str, url: str, token: str, folder: Path) -> None:
    """Until killed; SIGUSR1 prints one line of figures."""
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, _tell)
    await MODES[mode](url, token, folder)


def _tell() -> None:
    figures = {
        "cpu_s": time.process_time(),
        "writes": CountingStorage.writes,
        "reads": CountingStorage.reads,
    }
    print(json.dumps(figures), flush=True)


def _bot(url: str, token: str) -> Bot:
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))


async def _storage(folder: Path) -> Storage:
    storage = await open_storage(
        f"sqlite:///{folder}/data/pepite.db",
        files_url=f"file://{folder}/data/files",
        keys=KeyFile.open_or_create(folder / "key", data_folder=folder / "data"),
        clock=WallClock(),
    )
    storage.__class__ = CountingStorage
    return storage


async def _nobody(_telegram_id: int) -> None:
    """Nobody blocks a bench."""


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4])))
