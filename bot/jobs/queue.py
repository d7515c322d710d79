"""The queue: rows say what is to do, PGQueuer says when to look; one attempt at a time.

A job's row is posted in the transaction of whoever wants it done, so it is never lost and
never there without its reason. PGQueuer's memory only wakes us: what it forgets at exit is
read from the rows at the next start, and every effect on a row is fenced by its attempt.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from pgqueuer.adapters.inmemory import InMemoryDriver, InMemoryQueries
from pgqueuer.models import Job as Wake
from pgqueuer.qm import QueueManager

from bot.clock import Clock
from bot.errors import FriendlyError, PepiteError
from bot.jobs.catalogue import GiveUp, Job, JobFunction, JobName
from storage.jobs import JobId, JobRow, JobState, Posted
from storage.open import Storage

log = logging.getLogger(__name__)

MAX_FAILURES: Final = 5
MAX_DEATHS: Final = 20  # of the process, with this job among those that ran: it may be the cause
PAUSES: Final = tuple(timedelta(seconds=seconds) for seconds in (1, 5, 30, 120))
LEASE: Final = timedelta(minutes=15)  # longer than any job may take
AT_ONCE: Final = 8
PAGE: Final = 500
KEPT: Final = timedelta(days=7)
PATIENCE: Final = timedelta(seconds=20)  # for what falls due when somebody moves the clock

Scope = Callable[[Job], AbstractContextManager[object]]


class Exhausted(PepiteError):
    """The process died too often while it ran: the job is not tried again."""


@dataclass(frozen=True, slots=True)
class _Bound:
    function: JobFunction
    give_up: GiveUp | None


class Queue:
    """Runs what `register` binds.

    bell: rung after each commit that posted jobs (`open_storage(on_post=bell.put_nowait)`).
    scope: opened around every run; `bot.app` gives the outbox's, so that sends happen once.
    settled: errors after which a job is done all the same, such as a person who left.
    pauses: between attempts; the last one repeats.
    """

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        bell: asyncio.Queue[Posted],
        *,
        scope: Scope = lambda _job: nullcontext(),
        settled: tuple[type[Exception], ...] = (),
        pauses: tuple[timedelta, ...] = PAUSES,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._scope = scope
        self._settled = settled
        self._pauses = pauses
        self._bound: dict[str, _Bound] = {}
        self._bell = bell
        self._due: dict[JobId, datetime] = {}
        self._running: dict[asyncio.Task[object], JobId] = {}
        self._turned = asyncio.Event()
        self._is_on = False
        self._wakes = InMemoryQueries(InMemoryDriver())
        self._engine = QueueManager(self._wakes)

    def register(
        self, name: JobName, function: JobFunction, give_up: GiveUp | None = None
    ) -> None:
        """Bind a name; `give_up` tells the person, once, that it will not be done."""
        self._bound[name] = _Bound(function, give_up)
        self._engine.entrypoint(name, accepts_context=False)(self._turn)

    async def run(self) -> None:
        """Work until `stop`, then finish what runs; cancelled, leave it for the next start."""
        async with self._storage.begin() as tx:
            await tx.jobs.free_orphans()
        await self._arm_all()
        self._is_on = True
        async with asyncio.TaskGroup() as group:
            feeder = group.create_task(self._feed())
            engine = group.create_task(
                self._engine.run(
                    batch_size=AT_ONCE // 2,
                    max_concurrent_tasks=AT_ONCE,
                    log_aggregation_interval=timedelta(0),
                )
            )
            try:
                await asyncio.wait({engine})
            finally:
                self._is_on = False
                feeder.cancel()
                for task in self._running:
                    task.cancel()

    def stop(self) -> None:
        self._engine.shutdown.set()

    async def recheck(self) -> None:
        """Look at the rows again: the clock was moved, or a wake was lost."""
        async with self._storage.read() as tx:
            due = await tx.jobs.due(PAGE)
        for posted in due:
            self._bell.put_nowait(posted)

    async def idle(self, limit: timedelta = PATIENCE) -> None:
        """Return when nothing is due and nothing runs, or `limit` has passed.

        At once where the queue does not run: nobody would do it.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(limit.total_seconds()):
                while self._is_on and await self._is_busy():
                    await self._turned.wait()

    async def _is_busy(self) -> bool:
        self._turned.clear()
        async with self._storage.read() as tx:
            due = await tx.jobs.due(PAGE)
        return bool(self._running) or any(posted.name in self._bound for posted in due)

    async def prune(self) -> None:
        """Forget rows that are long done, and the engine's own log."""
        async with self._storage.begin() as tx:
            await tx.jobs.prune(self._clock.now() - KEPT)
        await self._wakes.clear_queue_log()

    async def _arm_all(self) -> None:
        after: JobId | None = None
        while True:
            async with self._storage.read() as tx:
                page = await tx.jobs.queued_after(after, PAGE)
            for posted in page:
                self._bell.put_nowait(posted)
            if len(page) < PAGE:
                return
            after = page[-1].id

    async def _feed(self) -> None:
        while True:
            posted = await self._bell.get()
            self._due[posted.id] = posted.not_before
            if posted.name not in self._bound:
                log.error("a job has no function", extra={"job": posted.name})
                continue
            wait = max(posted.not_before - self._clock.now(), timedelta())
            await self._wakes.enqueue(posted.name, posted.id.bytes, execute_after=wait)

    async def _turn(self, wake: Wake) -> None:
        """One wake: it may be too early, too late or for nothing; the row decides."""
        if wake.payload is None:
            return
        now, job_id = self._clock.now(), JobId(UUID(bytes=wake.payload))
        if self._due.get(job_id, now) > now:
            return  # moved meanwhile, and a later wake is on its way
        if job_id in self._running.values():
            return  # a moved clock ended its lease; it is still at it
        row = await self._claimed(job_id, now)
        if row is None or (task := asyncio.current_task()) is None:
            return
        self._running[task] = job_id
        try:
            await self._attempt(row)
        finally:
            del self._running[task]
            self._turned.set()

    async def _claimed(self, job_id: JobId, now: datetime) -> JobRow | None:
        """The row, if this attempt is ours; one that turned out to be early is awaited anew."""
        self._due.pop(job_id, None)
        async with self._storage.begin() as tx:
            row = await tx.jobs.claim(job_id, now=now, lease_until=now + LEASE)
            early = None if row else await tx.jobs.still_queued(job_id)
        if early is not None:
            self._bell.put_nowait(early)
        return row

    async def _attempt(self, row: JobRow) -> None:
        """Run, then write down how it ended; the next of its like may begin after that."""
        bound, job = self._bound[row.name], _job(row)
        deaths = row.attempt - 1 - row.failures
        error = await self._try(bound.function, job) if deaths < MAX_DEATHS else Exhausted()
        if error is None or isinstance(error, self._settled):
            return await self._end(row, JobState.DONE)
        if row.failures + 1 < MAX_FAILURES and not isinstance(error, FriendlyError | Exhausted):
            return await self._again(row)
        if (give_up := bound.give_up) is not None:
            await self._try(lambda job: give_up(job, error), job)
        return await self._end(row, JobState.FAILED)

    async def _try(self, function: JobFunction, job: Job) -> Exception | None:
        """A boundary: whatever comes ends here, and the person hears of it in the end."""
        try:
            with self._scope(job):
                await function(job)
        except Exception as error:
            if not isinstance(error, (FriendlyError, *self._settled)):
                facts = {"job": job.name, "id": str(job.id), "attempt": job.attempt}
                log.exception("a job failed", extra=facts)
            return error
        return None

    async def _again(self, row: JobRow) -> None:
        pause = self._pauses[min(row.failures, len(self._pauses) - 1)]
        async with self._storage.begin() as tx:
            await tx.jobs.retry(row, self._clock.now() + pause, failures=row.failures + 1)

    async def _end(self, row: JobRow, end: JobState) -> None:
        async with self._storage.begin() as tx:
            await tx.jobs.end(row.id, row.attempt, end)
            waiting = await tx.jobs.queued_like(row.name, row.key)
        if waiting is not None:
            self._bell.put_nowait(waiting)


def _job(row: JobRow) -> Job:
    return Job(row.id, JobName(row.name), row.subject, row.key, row.attempt, row.posted_at)
