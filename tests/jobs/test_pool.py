import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest

from bot.errors import FriendlyError
from bot.jobs.pool import Bounds, Crashed, Kind, OutOfMemory, Pool, TimedOut
from bot.jobs.process import resident_bytes

MIB = 1024 * 1024
SOON = timedelta(seconds=20)


class TooStrange(FriendlyError):
    text_id = "error-too-strange"


@pytest.fixture
async def pool() -> AsyncIterator[Pool]:
    small = {kind: Bounds() for kind in Kind} | {
        Kind.OPEN: Bounds(address_space=400 * MIB, resident=120 * MIB)
    }
    async with Pool(small) as pool:
        yield pool


async def test_a_kind_keeps_its_child_from_one_run_to_the_next(pool: Pool) -> None:
    first, second, other = [
        await pool.run(os.getpid, kind=kind, limit=SOON)
        for kind in (Kind.EYES, Kind.EYES, Kind.PAINT)
    ]
    assert first == second != other != os.getpid()


async def test_megabytes_travel_both_ways(pool: Pool) -> None:
    data = bytes(range(256)) * 40_000
    assert await pool.run(bytes.swapcase, data, kind=Kind.OPEN, limit=SOON) == data.swapcase()


async def test_callers_of_one_kind_wait_for_their_turn(pool: Pool) -> None:
    runs = [pool.run(abs, -number, kind=Kind.EYES, limit=SOON) for number in range(8)]
    assert await asyncio.gather(*runs) == list(range(8))


async def test_work_past_its_limit_is_stopped_and_the_child_replaced(pool: Pool) -> None:
    before = await pool.run(os.getpid, kind=Kind.PAINT, limit=SOON)
    with pytest.raises(TimedOut):
        await pool.run(time.sleep, 60, kind=Kind.PAINT, limit=timedelta(milliseconds=100))
    assert await pool.run(os.getpid, kind=Kind.PAINT, limit=SOON) != before


def work_on() -> None:
    while True:
        pass


async def test_it_is_work_that_counts_not_the_clock_on_the_wall(pool: Pool) -> None:
    """A child that waits for its turn at the processor is not given up for that."""
    await pool.run(os.getpid, kind=Kind.PAINT, limit=SOON)
    soon = timedelta(milliseconds=200)
    await pool.run(time.sleep, 0.4, kind=Kind.PAINT, limit=soon)
    with pytest.raises(TimedOut):
        await pool.run(work_on, kind=Kind.PAINT, limit=soon)


async def test_a_child_that_dies_is_replaced(pool: Pool) -> None:
    with pytest.raises(Crashed):
        await pool.run(os._exit, 3, kind=Kind.OPEN, limit=SOON)
    assert await pool.run(abs, -1, kind=Kind.OPEN, limit=SOON) == 1


async def test_a_child_between_two_runs_may_die_unnoticed(pool: Pool) -> None:
    pid = await pool.run(os.getpid, kind=Kind.EYES, limit=SOON)
    os.kill(pid, 9)
    with pytest.raises(Crashed):
        await pool.run(abs, -1, kind=Kind.EYES, limit=SOON)
    assert await pool.run(abs, -1, kind=Kind.EYES, limit=SOON) == 1


def hoard(size: int) -> None:
    kept = bytearray(os.urandom(MIB)) * (size // MIB)
    time.sleep(30)
    del kept


async def test_too_much_address_space_is_refused(pool: Pool) -> None:
    with pytest.raises(OutOfMemory):
        await pool.run(bytearray, 600 * MIB, kind=Kind.OPEN, limit=SOON)


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not tell")
async def test_too_much_resident_memory_is_stopped(pool: Pool) -> None:
    with pytest.raises(OutOfMemory):
        await pool.run(hoard, 200 * MIB, kind=Kind.OPEN, limit=SOON)


def refuse(width: int) -> None:
    raise TooStrange(width=width)


async def test_a_friendly_error_arrives_with_its_facts(pool: Pool) -> None:
    with pytest.raises(TooStrange) as caught:
        await pool.run(refuse, 7, kind=Kind.OPEN, limit=SOON)
    assert caught.value.facts == {"width": 7}


async def test_a_bug_says_where_it_was_but_not_what_it_met_and_the_child_lives(pool: Pool) -> None:
    before = await pool.run(os.getpid, kind=Kind.EYES, limit=SOON)
    with pytest.raises(ValueError, match=r"^child\.py:\d+$"):
        await pool.run(int, "what Lou wrote", kind=Kind.EYES, limit=SOON)
    assert await pool.run(os.getpid, kind=Kind.EYES, limit=SOON) == before


class Awkward(Exception):
    def __init__(self, *, reason: str) -> None:
        super().__init__(reason)


def be_awkward() -> None:
    raise Awkward(reason="by name only")


async def test_an_error_that_cannot_travel_arrives_as_words(pool: Pool) -> None:
    with pytest.raises(RuntimeError, match=r"^Awkward: test_pool\.py:\d+$"):
        await pool.run(be_awkward, kind=Kind.EYES, limit=SOON)


async def test_a_caller_that_leaves_does_not_give_its_answer_to_the_next(pool: Pool) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await pool.run(time.sleep, 5, kind=Kind.EYES, limit=SOON)
    assert await pool.run(abs, -2, kind=Kind.EYES, limit=SOON) == 2


def imported(prefix: str) -> list[str]:
    return [name for name in sys.modules if name.partition(".")[0] == prefix]


async def test_children_do_not_carry_the_chat_library(pool: Pool) -> None:
    await pool.warm()
    assert await pool.run(imported, "aiogram", kind=Kind.OPEN, limit=SOON) == []


def opening_imports() -> list[str]:
    """With all that opens what people give."""
    for machine in ("bot.gallery.intake", "bot.gallery.unpacking"):
        import_module(machine)
    return [*imported("sqlalchemy"), *imported("pydantic"), *imported("storage")]


async def test_what_opens_strangers_bytes_knows_no_database(pool: Pool) -> None:
    assert await pool.run(opening_imports, kind=Kind.EYES, limit=SOON) == []


PARENT = """
import asyncio, os, sys, time
from datetime import timedelta
from bot.jobs.pool import Kind, Pool

async def main():
    pool = Pool()
    pid = await pool.run(os.getpid, kind=Kind.PAINT, limit=timedelta(seconds=20))
    print(pid, flush=True)
    await pool.run(time.sleep, 60, kind=Kind.PAINT, limit=timedelta(seconds=60))

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it looks every second")
def test_a_child_does_not_outlive_a_killed_parent() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, cwd=Path.cwd(), text=True
    )
    assert parent.stdout is not None
    with parent.stdout:
        child = int(parent.stdout.readline())
        parent.kill()
        parent.wait()
    for _ in range(200):
        if resident_bytes(child) == 0:  # gone, or a zombie of the machine's first process
            return
        time.sleep(0.02)
    pytest.fail("the child outlived its parent")
