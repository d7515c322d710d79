import asyncio
from datetime import timedelta

from bot.clock import WallClock
from bot.jobs.ticks import Ticks


async def test_every_tick_runs_once_when_the_clock_was_moved() -> None:
    ticks, ran = Ticks(), list[str]()

    async def one() -> None:
        ran.append("one")

    async def two() -> None:
        ran.append("two")

    ticks.add("one", one, every=timedelta(hours=1))
    ticks.add("two", two, every=timedelta(hours=1))
    await ticks.run_all_once()
    assert ran == ["one", "two"]
    await ticks.stop()


async def test_ticks_come_by_themselves_and_stopping_waits_for_the_last() -> None:
    ticks, begun, ended = Ticks(), asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        begun.set()
        await asyncio.sleep(0.1)
        ended.set()

    ticks.add("slow", slow, every=timedelta(milliseconds=50))
    ticks.start()
    await asyncio.wait_for(begun.wait(), 5)
    await ticks.stop()
    assert ended.is_set()
    ended.clear()
    await asyncio.sleep(0.15)
    assert not ended.is_set()


async def test_what_is_due_once_a_day_is_first_done_soon_after_the_start() -> None:
    ticks = Ticks()

    async def nothing() -> None: ...

    ticks.add("nightly", nothing, every=timedelta(hours=24))
    ticks.add("often", nothing, every=timedelta(seconds=30))
    ticks.start()
    now = WallClock().now()
    first = {job.id: job.next_run_time - now for job in ticks._scheduler.get_jobs()}
    await ticks.stop()
    assert first["often"] < timedelta(minutes=1)
    assert timedelta(minutes=1) < first["nightly"] < timedelta(minutes=15)
