"""The first streamed word through Remote, and on the screen, against the server's own."""

import asyncio
import json
import random
import statistics
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Final

from aiogram import Bot
from aiohttp import ClientSession

from bot.bench.llama import llama_server
from bot.bench.table import Table
from bot.remote.remote import Remote
from bot.remote.turns import Turn
from bot.sandbox.endpoint import StandIn
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.telegram.client import open_bot
from bot.telegram.streaming import Stops, live_text
from storage.key_file import KeyFile
from storage.open import Storage, open_storage
from storage.outbound import CallKind
from storage.people import PersonId

ROUNDS: Final = 15
WARM_UP: Final = 2
TOKENS: Final = 12
PATIENCE: Final = timedelta(minutes=2)  # a busy machine is measured, not failed
SPOKEN_S: Final = 0.02  # between two words of the stand-in, about a quick model's
DATA: Final = b"data: "
TASK: Final = "Task: warmer; language: en"
SEAS: Final = ("sea", "lake", "river", "bay", "harbour", "island", "beach", "pier")


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the measurements share."""

    url: str
    session: ClientSession
    remote: Remote
    owner: PersonId
    bot: Bot
    person: Person


Way = Callable[[_Scene, str], Awaitable[float]]


def bench_remote(rounds: int = ROUNDS) -> Table:
    """The table of `pepite bench remote`."""
    with llama_server() as llama:
        server = "llama.cpp with SmolLM2 135M" if llama else "the stand-in (no llama.cpp here)"
        seconds = asyncio.run(_measure(llama, rounds))
    own = seconds["the server's own"]
    return Table(
        title="First streamed word",
        columns=("way", "median ms", "slowest ms", "times the server's own"),
        rows=[
            (way, statistics.median(took) * 1000, max(took) * 1000, _times(took, own))
            for way, took in seconds.items()
        ],
        notes=(
            f"Server: {server}, on loopback; {rounds} rounds after {WARM_UP} more, in turns.",
            "The ratio is the median of the rounds' own, so that a busy moment weighs on both.",
            "Each question is asked once: nothing is answered from a cache of prompts.",
            "Through Remote: the gate's row in the outbound ledger (fsync), the judged address.",
            "On the screen: until the sandbox shows the preview that has the word.",
        ),
    )


def _times(took: Sequence[float], own: Sequence[float]) -> float:
    return statistics.median(mine / its for mine, its in zip(took, own, strict=True))


async def _measure(url: str | None, rounds: int) -> dict[str, list[float]]:
    seconds: dict[str, list[float]] = {way: [] for way in WAYS}
    dice = random.Random(7)  # noqa: S311 - questions, no secret
    async with AsyncExitStack() as stack:
        if url is None:
            url = await stack.enter_async_context(StandIn(pace_s=SPOKEN_S).serve())
        scene = await stack.enter_async_context(_scene(url))
        for number in range(WARM_UP + rounds):
            for name, way in WAYS.items():
                took = await way(scene, f"{number} {dice.random()}: {dice.choice(SEAS)} at nine")
                if number >= WARM_UP:
                    seconds[name].append(took)
    return seconds


async def _own(scene: _Scene, told: str) -> float:
    """The server's own: a bare client, the same request."""
    messages = [{"role": "system", "content": TASK}, {"role": "user", "content": told}]
    asked = {"model": "any", "messages": messages, "max_tokens": TOKENS, "stream": True}
    begun = perf_counter()
    first = None
    async with scene.session.post(f"{scene.url}/chat/completions", json=asked) as answer:
        async for line in answer.content:
            if first is None and line.startswith(DATA) and _says(line.removeprefix(DATA)):
                first = perf_counter() - begun
    if first is None:
        raise RuntimeError("the server said nothing")
    return first


async def _through(scene: _Scene, told: str) -> float:
    """Through Remote, until its caller has the first word."""
    begun, first = perf_counter(), []

    async def hear(_text: str) -> None:
        first.append(perf_counter() - begun)

    await _ask(scene, told, hear)
    return first[0]


async def _on_the_screen(scene: _Scene, told: str) -> float:
    """Through Remote and the wire, until the person sees the first word."""
    begun = perf_counter()
    async with (
        live_text(scene.bot, scene.person.id, Stops()) as live,
        asyncio.TaskGroup() as group,
    ):
        seen = group.create_task(_seen(scene.person, begun))
        await _ask(scene, told, live.show)
        took = await seen
    await scene.bot.send_message(scene.person.id, "That was it.")
    return took


WAYS: Final[dict[str, Way]] = {
    "the server's own": _own,
    "through Remote": _through,
    "on the screen": _on_the_screen,
}


async def _ask(scene: _Scene, told: str, hear: Callable[[str], Awaitable[None]]) -> None:
    messages: Sequence[Turn] = (Turn("system", TASK), Turn("user", told))
    await scene.remote.chat(
        scene.owner,
        messages,
        kind=CallKind.ANSWER,
        most_tokens=TOKENS,
        limit=PATIENCE,
        on_text=hear,
    )


async def _seen(person: Person, begun: float) -> float:
    chat = person.chat
    while chat.draft is None or not chat.draft.text:
        await chat.changed.wait()
    return perf_counter() - begun


def _says(event: bytes) -> bool:
    if event.strip() in {b"", b"[DONE]"}:
        return False
    choices = json.loads(event)["choices"]
    return bool(choices and choices[0]["delta"].get("content"))


@asynccontextmanager
async def _scene(url: str) -> AsyncIterator[_Scene]:
    async with AsyncExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pepite-")))
        sandbox = Sandbox()
        telegram = await stack.enter_async_context(sandbox.serve())
        settings = Settings(
            bot_token=sandbox.bot_token,
            telegram_api=telegram,
            home=home,
            key_file=home / "key",
            ai_url=url,
            _env_file=None,
        )
        storage = await _opened(settings, sandbox, home)
        stack.push_async_callback(storage.close)
        remote = Remote.open(settings, storage, sandbox.clock)
        stack.push_async_callback(remote.close)
        bot = await stack.enter_async_context(open_bot(settings))
        session = await stack.enter_async_context(ClientSession())
        person = sandbox.person("Lou")
        await person.say("/start")
        async with storage.begin() as tx:
            owner = (await tx.people.add(person.id, "en")).id
        yield _Scene(url, session, remote, owner, bot, person)


async def _opened(settings: Settings, sandbox: Sandbox, home: Path) -> Storage:
    return await open_storage(
        f"sqlite:///{home / 'data' / 'pepite.sqlite3'}",
        files_url=(home / "data" / "files").as_uri(),
        keys=KeyFile.open_or_create(settings.key_file, data_folder=home / "data"),
        clock=sandbox.clock,
    )
