"""The sandbox on the network: Bot API, page and webhook delivery on 127.0.0.1."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.clock import MovableClock
from bot.errors import OperatorError
from bot.sandbox.bot_api import BotApi
from bot.sandbox.expiry import Expiry
from bot.sandbox.files import UPLOAD_BYTES
from bot.sandbox.page_server import page_app
from bot.sandbox.stage import Stage
from bot.sandbox.webhook import FIRST_RETRY_SECONDS, WebhookDelivery

BODY_BYTES = 4 * UPLOAD_BYTES  # the page may send ten files at once
CLOSING_SECONDS = 1.0


class Sandbox(Stage):
    """Telegram on 127.0.0.1, for one bot."""

    def __init__(
        self,
        clock: MovableClock | None = None,
        *,
        bot_name: str = "Pépite",
        bot_username: str = "pepite_bot",
        first_retry_seconds: float = FIRST_RETRY_SECONDS,
    ) -> None:
        super().__init__(clock, bot_name=bot_name, bot_username=bot_username)
        self.url = ""
        self._delivery = WebhookDelivery(self.world, self.dispatch.answer, first_retry_seconds)
        self._expiry = Expiry(self.world)
        self.world.queue.on_update = self._on_update
        self.on_move(self._expiry.sweep)

    def _on_update(self) -> None:
        self.world.queue.wake()
        self._delivery.arrived.ring()

    @property
    def page_url(self) -> str:
        return f"{self.url}/{self.page_token}/"

    @contextlib.asynccontextmanager
    async def serve(self, port: int = 0) -> AsyncIterator[str]:
        """Listen on 127.0.0.1 (0: any free port) and yield the base address.

        Raises OperatorError when the port is not free.
        """
        app = web.Application(client_max_size=BODY_BYTES)
        app.add_routes(BotApi(self.world, self.dispatch, self.faults).routes())
        app.add_subapp(f"/{self.page_token}", page_app(self))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSING_SECONDS)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", port)
            await _start(site, port)
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            async with _Crew(self._delivery.run(), self._expiry.run()):
                yield self.url
        finally:
            self.world.queue.close()
            self.world.feed.close()
            await runner.cleanup()
            self.world.pixels.shutdown(wait=False)


async def _start(site: web.TCPSite, port: int) -> None:
    try:
        await site.start()
    except OSError:
        raise OperatorError(f"Port {port} is not free: choose another one, or 0.") from None


class _Crew:
    """The server's own tasks: they end when the server does, and its errors stay unwrapped."""

    def __init__(self, *works: Coroutine[None, None, None]) -> None:
        self._works = works
        self._group = asyncio.TaskGroup()
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        await self._group.__aenter__()
        self._tasks = [self._group.create_task(work) for work in self._works]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await self._group.__aexit__(None, None, None)
