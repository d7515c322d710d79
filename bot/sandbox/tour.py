"""The tour: a newcomer's walk, then ten points; its pictures and two transcripts in a folder."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, Final, Protocol

from bot.sandbox.endpoint import StandIn
from bot.sandbox.server import Sandbox
from bot.sandbox.stage import FIRST_PERSON
from bot.sandbox.tour_notebook import Notebook
from bot.sandbox.tour_points import House, play_live, play_rollout
from bot.sandbox.tour_traveller import TourFailed
from bot.sandbox.tour_walk import walk
from bot.texts import LANGUAGES, Language

SPOKEN_S: Final = 0.01  # between two words of the stand-in
OPERATORS: Final = frozenset({FIRST_PERSON, FIRST_PERSON + 1})  # one a language
Notebooks = Mapping[Language, Notebook]
Act = Callable[[House, Notebooks], Awaitable[None]]
Open = AbstractAsyncContextManager[tuple[Sandbox, Any]]


class Demonstration(Protocol):
    """A bot that is not yet running, and its Telegram; stand_in: its endpoint, None for none."""

    def __call__(self, home: Path, stand_in: StandIn | None, **settings: object) -> Open: ...


async def play(out: Path, demonstration: Demonstration) -> list[Path]:
    """Play it all; returns what was written, the two transcripts first.

    Raises TourFailed with one sentence; what was seen until then is written all the same.
    """
    notebooks = {language: Notebook(out, language) for language in LANGUAGES}
    stand_in = StandIn(pace_s=SPOKEN_S)
    try:
        await _act(demonstration, stand_in, _open_house, notebooks)
        await _act(
            demonstration,
            None,
            play_rollout,
            notebooks,
            regions_file="rollout-2025",
            admins=OPERATORS,
        )
    finally:
        transcripts = [notebook.write() for notebook in notebooks.values()]
    return [*transcripts, *(path for book in notebooks.values() for path in book.files)]


async def _act(
    demonstration: Demonstration,
    stand_in: StandIn | None,
    act: Act,
    notebooks: Notebooks,
    **settings: object,
) -> None:
    """One bot, with a home that goes with it."""
    for notebook in notebooks.values():
        notebook.meet_anew()
    with tempfile.TemporaryDirectory(prefix="pepite-tour-") as folder:
        home = Path(folder)
        async with demonstration(home, stand_in, **settings) as (sandbox, app):
            await _while_running(House(sandbox, app, home / "data", stand_in), act, notebooks)


async def _while_running(house: House, act: Act, notebooks: Notebooks) -> None:
    """The bot runs in a task of this group; what the tour says is not wrapped in a group."""
    failure: TourFailed | None = None
    stopped = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(house.app.run(stopped))
        try:
            await act(house, notebooks)
        except TourFailed as what:
            failure = what
        stopped.set()
    if failure is not None:
        raise failure


async def _open_house(house: House, notebooks: Notebooks) -> None:
    """Everything is open, and an endpoint is set: the walk, and most of the points."""
    await walk(house.sandbox, house.app.texts, house.data, notebooks)
    await play_live(house, notebooks)
