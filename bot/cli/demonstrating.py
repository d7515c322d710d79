"""The demo: bot and sandbox in one process; whoever moves the clock moves it for both.

A stand-in answers as the AI endpoint, under a name that says so, unless PEPITE_AI_URL is set.
"""

import random
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from bot.app import App, open_app
from bot.cli.interrupts import stopping
from bot.clock import MovableClock
from bot.jobs.pool import Pool
from bot.sandbox.endpoint import IMAGE_MODEL, STAND_IN_HOST, TEXT_MODEL, StandIn
from bot.sandbox.server import Sandbox
from bot.sandbox.stage import FIRST_PERSON
from bot.sandbox.tour import play
from bot.settings import Settings
from bot.telegram.pace import Pace, Pacer
from bot.telegram.profile import write_profile

SPOKEN_S: Final = 0.08  # between two words of the stand-in: about as fast as one reads
SWIFT: Final = Pace(rate=1000, burst=100)  # nobody waits at the other end of the tour
SEED: Final = 7  # the tour says and draws the same every time


@asynccontextmanager
async def demonstration(
    port: int,
    home: Path,
    pacer: Pacer | None = None,
    *,
    dice: random.Random | None = None,
    pool: Pool | None = None,
    **changed: Any,
) -> AsyncIterator[tuple[Sandbox, App]]:
    """A sandbox that serves, and an App that is wired to it and not yet running.

    changed: settings beyond the demo's own. The page's person is an operator, and the pages of
    the notices are served beside it.
    """
    sandbox, web_port = Sandbox(MovableClock()), _free_port()
    async with sandbox.serve(port) as url:
        facts: dict[str, Any] = {
            "bot_token": sandbox.bot_token,
            "telegram_api": url,
            "home": home / "data",
            "key_file": home / "key",
            "operator": "Pépite (démo)",
            "contact": "demo@localhost",
            "public_url": f"http://127.0.0.1:{web_port}",
            "web_port": web_port,
            "admins": frozenset({FIRST_PERSON}),
        }
        settings = Settings(_env_file=None, **(facts | changed))
        async with open_app(settings, sandbox.clock, dice=dice, pool=pool, pacer=pacer) as app:
            sandbox.on_move(app.clock_moved, app.next_due)
            sandbox.on_settle(app.at_rest)
            yield sandbox, app


def _free_port() -> int:
    """One that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def _endpoint(stand_in: StandIn | None) -> AsyncIterator[dict[str, Any]]:
    """What sets the stand-in; nothing where there is none."""
    if stand_in is None:
        yield {}
        return
    async with stand_in.serve() as url:
        yield {
            "ai_url": url.replace("127.0.0.1", STAND_IN_HOST),
            "ai_model": TEXT_MODEL,
            "ai_image_model": IMAGE_MODEL,
        }


async def show_page(port: int) -> None:
    """The page, until Ctrl-C; nothing of it outlives the process."""
    is_set = Settings(_env_file=None).ai_url is not None
    stand_in = None if is_set else StandIn(pace_s=SPOKEN_S)
    with tempfile.TemporaryDirectory(prefix="pepite-") as home:
        async with (
            _endpoint(stand_in) as endpoint,
            demonstration(port, Path(home), **endpoint) as (sandbox, app),
        ):
            sandbox.furnish()
            await write_profile(app.bot, app.texts)
            with stopping() as stopped:
                print(f"Open {sandbox.page_url}  (Ctrl-C stops it)", flush=True)
                await app.run(stopped)


async def take_tour(out: Path) -> None:
    """The journey in French and in English, its pictures and a transcript of each in `out`.

    Raises TourFailed with one sentence where something is not as promised.
    """
    async with Pool() as pool:

        @asynccontextmanager
        async def opened(
            home: Path, stand_in: StandIn | None, **changed: object
        ) -> AsyncIterator[tuple[Sandbox, App]]:
            dice = random.Random(SEED)  # noqa: S311 - a layout, no secret
            pacer = Pacer(SWIFT, SWIFT)
            async with (
                _endpoint(stand_in) as endpoint,
                demonstration(0, home, pacer, dice=dice, pool=pool, **endpoint, **changed) as both,
            ):
                yield both

        english, french, *files = await play(out, opened)
    print(f"The tour is in {english} and {french}, with {len(files)} files beside them.")
