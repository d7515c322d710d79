"""CPU per text update against a bare aiogram echo, one update a poll, in the same run."""

import asyncio
import json
import signal
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.bench.table import Table
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox

PEOPLE: Final = 40  # enough that nobody is written to more than once a second
BOTS: Final = {  # in the order of the table; the first is the floor
    "bare aiogram": "bot.bench.wire_bare",
    "our wire, same echo": "bot.bench.wire_durable",
    "the whole bot": "bot.bench.wire_whole",
}
RHYTHM_S: Final = 0.04  # the same for all: a busier process has warmer caches
WARM_UP: Final = 80
UPDATES: Final = 300
START_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class Figures:
    """What a child said: CPU seconds so far, transactions so far."""

    cpu_s: float
    writes: int
    reads: int


@dataclass(frozen=True, slots=True)
class Cost:
    """Per text update."""

    bot: str
    cpu_ms: float
    writes: float
    reads: float


def bench_wire(updates: int = UPDATES) -> Table:
    """The table of `pepite bench wire`."""
    costs = [asyncio.run(_cost(bot, updates)) for bot in BOTS]
    floor = costs[0].cpu_ms
    return Table(
        title="CPU of the bot's process per text update",
        columns=("bot", "CPU ms", "times bare", "write tx", "read tx"),
        rows=[(c.bot, c.cpu_ms, c.cpu_ms / floor, c.writes, c.reads) for c in costs],
        notes=(
            f"{updates} texts of {PEOPLE} people after {WARM_UP} more, one update a poll.",
            f"The same rhythm for all: one every {RHYTHM_S * 1000:.0f} ms.",
            "The sandbox is another process. A write transaction is on the disk (fsync).",
        ),
    )


async def _cost(bot: str, updates: int) -> Cost:
    sandbox = Sandbox()
    async with sandbox.serve() as url:
        people = [sandbox.person(f"Person {number}") for number in range(PEOPLE)]
        with tempfile.TemporaryDirectory() as folder:
            child = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", BOTS[bot], url, sandbox.bot_token, folder),
                stdout=asyncio.subprocess.PIPE,
            )
            try:
                await _talk(people, WARM_UP)
                before = await _figures(child)
                await _talk(people, updates)
                after = await _figures(child)
            finally:
                child.kill()
                await child.wait()
    return Cost(
        bot,
        cpu_ms=(after.cpu_s - before.cpu_s) * 1000 / updates,
        writes=(after.writes - before.writes) / updates,
        reads=(after.reads - before.reads) / updates,
    )


async def _talk(people: Sequence[Person], updates: int) -> None:
    loop = asyncio.get_running_loop()
    begun = loop.time()
    for number in range(updates):
        person = people[number % len(people)]
        await person.say(f"hello {number}")
        await person.wait_for(seconds=START_S)
        await asyncio.sleep(max(0.0, begun + (number + 1) * RHYTHM_S - loop.time()))


async def _figures(child: asyncio.subprocess.Process) -> Figures:
    if child.stdout is None:
        raise RuntimeError("the child has no voice")
    child.send_signal(signal.SIGUSR1)
    return Figures(**json.loads(await child.stdout.readline()))
