"""A bot of a few lines over the real inbox and outbox, talking to the sandbox."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.clock import MovableClock
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.telegram.inbox import Bounds, Inbox
from bot.telegram.outbox import Outbox, Patience
from bot.telegram.pace import Pace, Pacer
from bot.telegram.polling import poll
from bot.web.health import Health
from bot.web.server import serve
from bot.web.webhook import PATH, Webhook
from storage.open import Storage, open_storage
from storage.telegram import INBOX, OUTBOX, SendState
from tests.furnished import furnished

SECRET = "a-long-random-word"  # noqa: S105  of this test alone
QUICK = Patience(
    pauses=(0.02, 0.02, 0.02), away=timedelta(seconds=2), away_pause=0.5, longest_retry_after=5
)
BOUNDS = Bounds(pauses=(0.01, 0.01, 0.01, 0.01), drain=timedelta(seconds=2))
SWIFT = Pace(rate=1000, burst=100)


class Wire:
    """`running` again is a restart: the folder and the sandbox stay."""

    def __init__(self, sandbox: Sandbox, folder: Path, *, by_webhook: bool) -> None:
        self.sandbox = sandbox
        self.clock = sandbox.clock
        self.dispatcher = Dispatcher(disable_fsm=True)
        self.blocked: list[int] = []
        self.web_port = 0
        self._folder = folder
        self.by_webhook = by_webhook

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Wire"]:
        """The bot, until the block ends; then a stop that drains."""
        async with self.opened(), asyncio.TaskGroup() as group:
            working = group.create_task(self.inbox.run())
            async with self.fed():
                yield self
            self.inbox.stop()
            await working

    @asynccontextmanager
    async def killed(self) -> AsyncIterator[None]:
        """The bot, until the block ends; then it is gone in the middle of whatever it did."""
        async with self.opened(), self.fed():
            working = asyncio.get_running_loop().create_task(self.inbox.run())
            yield
            working.cancel()
            await asyncio.wait({working})

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Storage, outbox, bot and inbox, without work."""
        keys = furnished(self._folder / "data", self._folder / "key", "pepite.db")
        self.storage: Storage = await open_storage(
            f"sqlite:///{self._folder}/data/pepite.db",
            files_url=f"file://{self._folder}/data/files",
            keys=keys,
            clock=self.clock,
        )
        self.outbox = Outbox(
            self.storage, on_blocked=self._note, pacer=Pacer(SWIFT, SWIFT), patience=QUICK
        )
        session = AiohttpSession(api=self.here())
        session.middleware(self.outbox)
        self.bot = Bot(self.sandbox.bot_token, session=session)
        self.inbox = Inbox(self.dispatcher, self.bot, self.storage, self.clock, BOUNDS)
        try:
            yield
        finally:
            await self.bot.session.close()
            await self.storage.close()

    @asynccontextmanager
    async def fed(self) -> AsyncIterator[None]:
        """Updates come, by whichever way."""
        async with AsyncExitStack() as stack, asyncio.TaskGroup() as group:
            if self.by_webhook:
                webhook = Webhook(self.inbox, SECRET)
                served = serve(Health(self.storage), webhook, port=0, host="127.0.0.1")
                self.web_port = await stack.enter_async_context(served)
                url = f"http://127.0.0.1:{self.web_port}{PATH}"
                await self.bot.set_webhook(url, secret_token=SECRET)
                yield
            else:
                polling = group.create_task(poll(self.bot, self.inbox, allowed=[]))
                yield
                polling.cancel()

    async def _note(self, telegram_id: int) -> None:
        self.blocked.append(telegram_id)

    async def open_updates(self) -> int:
        async with self.storage.read() as tx:
            rows = await tx.execute(INBOX.select().where(INBOX.c.done_at.is_(None)))
            return len(rows.all())

    async def inbox_rows(self) -> list[Any]:
        async with self.storage.read() as tx:
            return list((await tx.execute(INBOX.select())).all())

    def here(self) -> TelegramAPIServer:
        return TelegramAPIServer.from_base(self.sandbox.url)

    def away(self) -> TelegramAPIServer:
        """An address where nobody listens."""
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            port = taken.getsockname()[1]
        return TelegramAPIServer.from_base(f"http://127.0.0.1:{port}")

    def methods(self) -> list[str]:
        """The Bot API methods that were called, in order."""
        return [call.method for call in self.sandbox.calls]

    async def give_up_on(self, patient: Awaitable[object]) -> None:
        with contextlib.suppress(TimeoutError):
            await patient

    async def sends(self) -> list[SendState]:
        async with self.storage.read() as tx:
            rows = await tx.execute(OUTBOX.select().order_by(OUTBOX.c.claimed_at))
            return [row.state for row in rows]

    async def all_done(self) -> None:
        """Wait until Telegram's queue and ours are empty."""
        async with asyncio.timeout(60):
            while len(self.sandbox.world.queue) or await self.open_updates():  # noqa: ASYNC110
                await asyncio.sleep(0.02)


@pytest.fixture(params=["polling", "webhook"])
async def wire(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Wire]:
    sandbox = Sandbox(MovableClock(), first_retry_seconds=0.05)
    async with sandbox.serve():
        yield Wire(sandbox, tmp_path, by_webhook=request.param == "webhook")


@asynccontextmanager
async def polling(folder: Path) -> AsyncIterator[Wire]:
    """Opened already, and the first pauses as they are."""
    sandbox = Sandbox(MovableClock())
    async with sandbox.serve():
        wire = Wire(sandbox, folder, by_webhook=False)
        async with wire.opened():
            yield wire


@pytest.fixture
async def lou(wire: Wire) -> Person:
    lou = wire.sandbox.person()
    await lou.say("hello")
    return lou


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not true():  # noqa: ASYNC110  the sandbox rings no bell for this
            await asyncio.sleep(0.01)
