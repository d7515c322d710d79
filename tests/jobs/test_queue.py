import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.errors import FriendlyError
from bot.jobs.catalogue import Job, JobName
from bot.jobs.queue import MAX_DEATHS, Exhausted, Queue
from storage.jobs import JOBS, JobState, Posted
from storage.open import Storage, open_storage
from storage.personal_data import Purpose
from tests.furnished import furnished

SOON = 60.0
AT_ONCE = (timedelta(),)
HOUR = timedelta(hours=1)
OPEN = {JobState.QUEUED, JobState.RUNNING}


class Settled(Exception):
    pass


class Sorry(FriendlyError):
    text_id = "error-sorry"


class Office:
    """A queue over a folder; `open` again is what a restart sees."""

    def __init__(self, folder: Path) -> None:
        self.clock = MovableClock()
        self.ran: list[Job] = []
        self.gave_up: list[tuple[Job, Exception]] = []
        self._folder = folder

    @asynccontextmanager
    async def open(self, work: Callable[[Job], Awaitable[None]]) -> AsyncIterator["Office"]:
        bell: asyncio.Queue[Posted] = asyncio.Queue()
        keys = furnished(self._folder / "data", self._folder / "config" / "key", "pepite.db")
        self.storage: Storage = await open_storage(
            f"sqlite:///{self._folder}/data/pepite.db",
            files_url=f"file://{self._folder}/data/files",
            keys=keys,
            clock=self.clock,
            on_post=bell.put_nowait,
        )
        self.queue = Queue(self.storage, self.clock, bell, settled=(Settled,), pauses=AT_ONCE)

        async def note(job: Job) -> None:
            self.ran.append(job)
            await work(job)

        async def give_up(job: Job, error: Exception) -> None:
            self.gave_up.append((job, error))

        self.queue.register(JobName.COLLAGE_MAKE, note, give_up)
        try:
            yield self
        finally:
            await self.storage.close()

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        async with asyncio.TaskGroup() as group:
            running = group.create_task(self.queue.run())
            yield
            self.queue.stop()
            async with asyncio.timeout(SOON):
                await running

    async def post(self, key: str = "a", delay: timedelta = timedelta()) -> None:
        async with self.storage.begin() as tx:
            await tx.jobs.post(
                JobName.COLLAGE_MAKE,
                subject=None,
                key=key,
                purpose=Purpose.CORE_SERVICE,
                not_before=self.clock.now() + delay,
            )

    async def post_and_fail(self) -> None:
        async with self.storage.begin() as tx:
            await tx.jobs.post(
                JobName.COLLAGE_MAKE, subject=None, key="a", purpose=Purpose.CORE_SERVICE
            )
            raise Settled

    async def states(self) -> list[JobState]:
        async with self.storage.read() as tx:
            rows = await tx.execute(JOBS.select().order_by(JOBS.c.posted_at))
            return [row.state for row in rows]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(SOON):
        while not true():  # noqa: ASYNC110  what is awaited is a row, which rings no bell
            await asyncio.sleep(0.01)


async def fine(_job: Job) -> None:
    pass


async def test_a_posted_job_runs_once_and_is_done(office: Office) -> None:
    async with office.open(fine), office.working():
        await office.post()
        await until(lambda: len(office.ran) == 1)
        await until_done(office)
    assert [job.key for job in office.ran] == ["a"]


async def until_done(office: Office) -> None:
    async with asyncio.timeout(SOON):
        while set(await office.states()) & OPEN:  # noqa: ASYNC110  rows ring no bell
            await asyncio.sleep(0.01)


async def test_a_job_of_a_transaction_that_failed_does_not_exist(office: Office) -> None:
    async with office.open(fine), office.working():
        with pytest.raises(Settled):
            await office.post_and_fail()
        assert await office.states() == []


async def test_posting_again_moves_the_job_and_it_runs_once(office: Office) -> None:
    async with office.open(fine), office.working():
        for _ in range(4):
            await office.post(delay=timedelta(milliseconds=300))
        await until(lambda: len(office.ran) == 1)
        await until_done(office)
        assert await office.states() == [JobState.DONE]


async def test_a_job_for_later_runs_when_the_clock_is_moved(office: Office) -> None:
    async with office.open(fine), office.working():
        await office.post(delay=HOUR)
        await office.queue.recheck()
        assert office.ran == []
        office.clock.move(HOUR)
        await office.queue.recheck()
        await until(lambda: len(office.ran) == 1)


async def test_what_is_posted_while_its_like_runs_runs_after_it(office: Office) -> None:
    gate, running, most = asyncio.Event(), 0, 0

    async def slow(_job: Job) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await gate.wait()
        running -= 1

    async with office.open(slow), office.working():
        await office.post()
        await until(lambda: len(office.ran) == 1)
        await office.post()
        await office.post()
        await asyncio.sleep(0.3)
        gate.set()
        await until(lambda: len(office.ran) == 2)
        await until_done(office)
    assert most == 1
    assert len(office.ran) == 2


async def test_a_failing_job_is_tried_five_times_and_then_the_person_is_told(
    office: Office,
) -> None:
    async def fail(_job: Job) -> None:
        raise ValueError("as planned")

    async with office.open(fail), office.working():
        await office.post()
        await until(lambda: len(office.gave_up) == 1)
        await until_done(office)
        assert await office.states() == [JobState.FAILED]
    assert [job.attempt for job in office.ran] == [1, 2, 3, 4, 5]
    assert isinstance(office.gave_up[0][1], ValueError)


async def test_a_friendly_error_is_told_at_once(office: Office) -> None:
    async def refuse(_job: Job) -> None:
        raise Sorry(count=3)

    async with office.open(refuse), office.working():
        await office.post()
        await until(lambda: len(office.gave_up) == 1)
    assert len(office.ran) == 1


async def test_a_settled_error_ends_a_job_in_peace(office: Office) -> None:
    async def leave(_job: Job) -> None:
        raise Settled

    async with office.open(leave), office.working():
        await office.post()
        await until_done(office)
        assert await office.states() == [JobState.DONE]
    assert office.gave_up == []


async def test_stopping_waits_for_the_job_at_hand(office: Office) -> None:
    begun = asyncio.Event()

    async def slow(_job: Job) -> None:
        begun.set()
        await asyncio.sleep(0.2)

    async with office.open(slow):
        async with office.working():
            await office.post()
            await begun.wait()
        assert await office.states() == [JobState.DONE]


async def test_what_was_waiting_or_cut_short_runs_after_a_restart(office: Office) -> None:
    begun = asyncio.Event()

    async def hang(_job: Job) -> None:
        begun.set()
        await asyncio.Event().wait()

    async with office.open(hang):
        await office.post("waits for an hour", delay=HOUR)
        running = asyncio.get_running_loop().create_task(office.queue.run())
        await office.post("is cut short")
        await begun.wait()
        running.cancel()
        await asyncio.wait({running})
    office.clock.move(HOUR)
    async with office.open(fine), office.working():
        await until_done(office)
    assert [job.key for job in office.ran[1:]] == ["is cut short", "waits for an hour"]
    assert office.ran[1].attempt == 2


async def test_a_job_that_kills_the_process_each_time_is_given_up(office: Office) -> None:
    async with office.open(fine):
        await office.post()
        async with office.storage.begin() as tx:
            running = {"state": JobState.RUNNING, "attempt": MAX_DEATHS}
            await tx.execute(JOBS.update().values(**running))
        async with office.working():
            await until(lambda: len(office.gave_up) == 1)
            await until_done(office)
    assert office.ran == []
    assert isinstance(office.gave_up[0][1], Exhausted)


async def test_a_cancelled_job_does_not_run(office: Office) -> None:
    async with office.open(fine), office.working():
        await office.post(delay=timedelta(milliseconds=200))
        async with office.storage.begin() as tx:
            await tx.execute(JOBS.update().values(state=JobState.CANCELLED))
        await asyncio.sleep(0.4)
    assert office.ran == []


async def test_old_ends_are_forgotten(office: Office) -> None:
    async with office.open(fine), office.working():
        await office.post()
        await until_done(office)
        office.clock.move(timedelta(days=8))
        await office.queue.prune()
        assert await office.states() == []


async def test_whoever_moves_the_clock_can_wait_until_what_became_due_is_done(
    office: Office,
) -> None:
    async def work(_job: Job) -> None:
        await asyncio.sleep(0.05)

    async with office.open(work), office.working():
        await office.post("a", delay=HOUR)
        await office.post("b", delay=HOUR)
        await office.queue.idle()
        assert office.ran == []
        office.clock.move(HOUR)
        await office.queue.recheck()
        await office.queue.idle()
        assert not set(await office.states()) & OPEN


async def test_a_job_that_runs_is_not_begun_again_when_the_clock_ends_its_lease(
    office: Office,
) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def work(_job: Job) -> None:
        begun.set()
        await go_on.wait()

    async with office.open(work), office.working():
        await office.post()
        await begun.wait()
        office.clock.move(HOUR)
        await office.queue.recheck()
        await asyncio.sleep(0.2)
        go_on.set()
        await office.queue.idle()
        assert len(office.ran) == 1


async def test_waiting_for_a_queue_that_does_not_run_ends_at_once(office: Office) -> None:
    async with office.open(fine):
        await office.post()
        async with asyncio.timeout(SOON):
            await office.queue.idle()
        assert office.ran == []
