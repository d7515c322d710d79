"""The same echo behind the durable inbox and the send-once outbox."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiogram import Dispatcher

from bot.bench.wire_voice import TRANSACTIONS, echo, open_bot, speak
from bot.clock import WallClock
from bot.telegram.inbox import Inbox
from bot.telegram.outbox import Outbox
from bot.telegram.polling import poll
from storage.key_file import KeyFile
from storage.open import Storage, open_storage
from storage.transaction import Transaction


class CountingStorage(Storage):
    """Counts the transactions it opens; everything else is the real one's."""

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        TRANSACTIONS["writes"] += 1
        async with super().begin() as tx:
            yield tx

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        TRANSACTIONS["reads"] += 1
        async with super().read() as tx:
            yield tx


async def durable(url: str, token: str, folder: Path) -> None:
    storage = await open_storage(
        f"sqlite:///{folder}/data/pepite.db",
        files_url=f"file://{folder}/data/files",
        keys=KeyFile.open_or_create(folder / "key", data_folder=folder / "data"),
        clock=WallClock(),
    )
    storage.__class__ = CountingStorage
    bot, dispatcher = open_bot(url, token), Dispatcher(disable_fsm=True)
    bot.session.middleware(Outbox(storage, on_blocked=_nobody))
    dispatcher.message.register(echo)
    inbox = Inbox(dispatcher, bot, storage, WallClock())
    async with asyncio.TaskGroup() as group:
        group.create_task(inbox.run())
        group.create_task(poll(bot, inbox, allowed=["message"]))


async def _nobody(_telegram_id: int) -> None:
    """Nobody blocks a bench."""


if __name__ == "__main__":
    speak(durable)
