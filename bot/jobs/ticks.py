"""What happens every so often; a tick only looks for due work, which is rows with leases."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, timedelta
from typing import Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import WallClock

SOON: Final = timedelta(minutes=10)  # a machine that runs by day never comes to its 24th hour
LATE: Final = timedelta(hours=1)  # a machine that slept catches up once, not for every tick
log = logging.getLogger(__name__)

Tick = Callable[[], Awaitable[object]]


class Ticks:
    """Each tick runs alone: the next one is skipped while the last is still at it."""

    def __init__(self) -> None:
        self._ticks: dict[str, Tick] = {}
        self._turns: dict[str, asyncio.Lock] = {}
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={
                "coalesce": True,
                "max_instances": 1,
                "misfire_grace_time": int(LATE.total_seconds()),
            },
        )

    def add(self, name: str, tick: Tick, *, every: timedelta) -> None:
        self._ticks[name] = tick
        self._turns[name] = asyncio.Lock()
        first = WallClock().now() + min(every, SOON)  # the scheduler knows no moved clock
        trigger = IntervalTrigger(seconds=every.total_seconds(), start_date=first)
        self._scheduler.add_job(self._run, trigger, args=(name,), id=name)

    def start(self) -> None:
        self._scheduler.start()

    async def run_all_once(self) -> None:
        """Run every tick now, one after the other: the clock was moved."""
        for name in self._ticks:
            await self._run(name)

    async def stop(self) -> None:
        """No more ticks; returns when the one that runs is through."""
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        for turn in self._turns.values():
            async with turn:
                pass
        self._scheduler.shutdown(wait=False)
        await asyncio.sleep(0)  # it only asks the loop to shut it down

    async def _run(self, name: str) -> None:
        async with self._turns[name]:
            await self._ticks[name]()
