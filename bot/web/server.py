"""The small server in front of the webhook, the health page and the pages for people."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from bot.errors import OperatorError
from bot.web.health import Health
from bot.web.pages import Page
from bot.web.webhook import MAX_BYTES, PATH, Webhook


@asynccontextmanager
async def serve(
    health: Health,
    webhook: Webhook | None,
    *,
    port: int,
    host: str | None = None,
    pages: Sequence[Page] = (),
) -> AsyncIterator[int]:
    """Listen while inside; yields the port (0 asks for a free one). host: None is everywhere.

    pages: for people; without a public address nobody has a link to them.

    Raises OperatorError when the port is not free.
    """
    app = web.Application(client_max_size=MAX_BYTES)
    app.router.add_get("/health", health.answer)
    if webhook is not None:
        app.router.add_post(PATH, webhook.answer)
    for page in pages:
        page.add_to(app)
    runner = web.AppRunner(app, access_log=None)  # addresses of people are not ours to keep
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError:
            raise OperatorError(f"PEPITE_WEB_PORT {port} is not free: set another one.") from None
        yield _port_of(runner)
    finally:
        await runner.cleanup()


def _port_of(runner: web.AppRunner) -> int:
    address = runner.addresses[0]
    return int(address[1])
