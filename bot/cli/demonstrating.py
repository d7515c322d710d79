"""The demo: bot and sandbox in one process; whoever moves the clock moves it for both.

A stand-in answers as the AI endpoint, under a name that says so, unless PEPITE_AI_URL is set.
"""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

from bot.app import App, open_app
from bot.cli.serving import stopping
from bot.clock import MovableClock
from bot.sandbox.endpoint import IMAGE_MODEL, STAND_IN_HOST, TEXT_MODEL, StandIn
from bot.sandbox.server import Sandbox
from bot.sandbox.tour import play
from bot.settings import Settings
from bot.telegram.pace import Pace, Pacer

SPOKEN_S: Final = 0.08  # between two words of the stand-in: about as fast as one reads
SWIFT: Final = Pace(rate=1000, burst=100)  # nobody waits at the other end of the tour


@asynccontextmanager
async def demonstration(
    port: int, home: Path, pacer: Pacer | None = None
) -> AsyncIterator[tuple[Sandbox, App]]:
    """A sandbox that serves, and an App that is wired to it and not yet running."""
    sandbox = Sandbox(MovableClock())
    async with _endpoint() as endpoint, sandbox.serve(port) as url:
        settings = Settings(
            bot_token=sandbox.bot_token,
            telegram_api=url,
            home=home / "data",
            key_file=home / "key",
            operator="Pépite demo",
            _env_file=None,
            **endpoint,
        )
        async with open_app(settings, sandbox.clock, pacer=pacer) as app:
            sandbox.on_move(app.clock_moved, app.next_due)
            yield sandbox, app


@asynccontextmanager
async def _endpoint() -> AsyncIterator[dict[str, Any]]:
    """What sets the stand-in, or nothing where the environment names an endpoint itself."""
    if Settings(_env_file=None).ai_url is not None:
        yield {}
        return
    async with StandIn(pace_s=SPOKEN_S).serve() as url:
        yield {
            "ai_url": url.replace("127.0.0.1", STAND_IN_HOST),
            "ai_model": TEXT_MODEL,
            "ai_image_model": IMAGE_MODEL,
        }


async def show_page(port: int) -> None:
    """The page, until Ctrl-C; nothing of it outlives the process."""
    with tempfile.TemporaryDirectory(prefix="pepite-") as home:
        async with demonstration(port, Path(home)) as (sandbox, app):
            sandbox.furnish()
            with stopping() as stopped:
                print(f"Open {sandbox.page_url}  (Ctrl-C stops it)", flush=True)
                await app.run(stopped)


async def take_tour(out: Path) -> None:
    """The journey in French and in English, its pictures and a transcript in `out`.

    Raises TourFailed with one sentence where something is not as promised.
    """
    transcript, *pictures = await play(out, partial(demonstration, pacer=Pacer(SWIFT, SWIFT)))
    print(f"The tour is in {transcript}, with {len(pictures)} files beside it.")
