"""Jobs: what is still to do, as rows that outlive the process; the queue only wakes it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import (
    Index,
    Uuid,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record

JobId = NewType("JobId", UUID)


class JobState(StrEnum):
    """Where a job stands; the last three are ends."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Posted:
    """What the queue hears after the commit."""

    id: JobId
    name: str
    key: str
    not_before: datetime


_QUEUED: Final = text("state = 'queued'")


class JobRow(Stored, table=True):
    """Ids only, never content; gone a week after its end."""

    __tablename__ = "jobs"
    __table_args__ = (
        Index(
            "uq_jobs_queued", "name", "key", unique=True,
            sqlite_where=_QUEUED, postgresql_where=_QUEUED,
        ),
        Index("ix_jobs_state_not_before", "state", "not_before"),
    )  # fmt: skip

    id: JobId = Field(primary_key=True, sa_type=Uuid)
    name: str
    subject: PersonId | None = Field(default=None, sa_type=Uuid, index=True)
    key: str
    purpose: Purpose = Field(sa_type=words(Purpose, "purpose"))
    not_before: datetime = Field(sa_type=UtcDateTime)
    state: JobState = Field(default=JobState.QUEUED, sa_type=words(JobState, "state"))
    attempt: int = 0
    failures: int = 0
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    posted_at: datetime = Field(sa_type=UtcDateTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


JOBS: Final = table_of(JobRow)
PERSONAL_DATA = {
    JobRow: Kept(
        owner=JobRow.subject,
        purpose=Purpose.CORE_SERVICE,  # each row carries its own; withdrawal cancels by it
        export=record("name", "purpose", "state", "posted_at", "done_at"),
        retention="7 days after its end",
    )
}
_POST = (
    insert(JOBS)
    .on_conflict_do_update(
        index_elements=["name", "key"],
        index_where=_QUEUED,
        set_={"not_before": insert(JOBS).excluded.not_before},
    )
    .returning(JOBS.c.id)
)


_OTHERS = JOBS.alias("others")
_FREE: Final = ~exists().where(
    _OTHERS.c.name == JOBS.c.name,
    _OTHERS.c.key == JOBS.c.key,
    _OTHERS.c.id != JOBS.c.id,
    _OTHERS.c.state == JobState.RUNNING,
)
_READY: Final = or_(
    and_(JOBS.c.state == JobState.QUEUED, JOBS.c.not_before <= bindparam("now")),
    and_(JOBS.c.state == JobState.RUNNING, JOBS.c.lease_until < bindparam("now")),
)
_CLAIM: Final = (
    update(JOBS)
    .where(JOBS.c.id == bindparam("job"), _READY, _FREE)
    .values(
        state=JobState.RUNNING, attempt=JOBS.c.attempt + 1, lease_until=bindparam("lease_until")
    )
    .returning(JOBS)
)
_HELD: Final = and_(
    JOBS.c.id == bindparam("job"),
    JOBS.c.state == JobState.RUNNING,
    JOBS.c.attempt == bindparam("held"),
)
_END: Final = (
    update(JOBS)
    .where(_HELD)
    .values(state=bindparam("end"), done_at=bindparam("now"), lease_until=None)
)
_RETRY: Final = (
    update(JOBS)
    .where(_HELD)
    .values(
        state=JobState.QUEUED,
        not_before=bindparam("again_at"),
        failures=bindparam("failed_times"),
        lease_until=None,
    )
)
_WAKES: Final = select(JOBS.c.id, JOBS.c.name, JOBS.c.key, JOBS.c.not_before)
_QUEUED_LIKE: Final = _WAKES.where(
    JOBS.c.name == bindparam("name"),
    JOBS.c.key == bindparam("key"),
    JOBS.c.state == JobState.QUEUED,
)
_STILL_QUEUED: Final = _WAKES.where(
    JOBS.c.id == bindparam("job"),
    JOBS.c.state == JobState.QUEUED,
    JOBS.c.not_before > bindparam("now"),
)
_QUEUED_AFTER: Final = (
    _WAKES.where(JOBS.c.state == JobState.QUEUED, JOBS.c.id > bindparam("after"))
    .order_by(JOBS.c.id)
    .limit(bindparam("page"))
)
_NEXT: Final = select(func.min(JOBS.c.not_before)).where(
    JOBS.c.state == JobState.QUEUED, JOBS.c.not_before > bindparam("now")
)
_DUE: Final = _WAKES.where(_READY).order_by(JOBS.c.not_before).limit(bindparam("page"))


class JobRows(Rows):
    """Posting and cancelling for everyone; claiming and ending for the queue."""

    async def post(
        self,
        name: str,
        *,
        subject: PersonId | None,
        key: str,
        purpose: Purpose,
        not_before: datetime | None = None,
    ) -> JobId:
        """Queue a job once: the same name and key still queued only moves its `not_before`."""
        start = not_before or self.tx.now
        facts = {
            "id": uuid4(),
            "name": name,
            "subject": subject,
            "key": key,
            "purpose": purpose,
            "not_before": start,
            "state": JobState.QUEUED,
            "attempt": 0,
            "failures": 0,
            "posted_at": self.tx.now,
        }
        job = JobId((await self.tx.execute(_POST, facts)).scalar_one())
        self.tx.tell_after_commit(Posted(job, str(name), key, start))
        return job

    async def cancel(self, owner: PersonId, purpose: Purpose | None = None) -> int:
        """Cancel what is not done, of one purpose or of all; returns how many."""
        open_jobs = JOBS.c.state.in_([JobState.QUEUED, JobState.RUNNING])
        statement = update(JOBS).where(JOBS.c.subject == owner, open_jobs)
        if purpose:
            statement = statement.where(JOBS.c.purpose == purpose)
        ended = statement.values(state=JobState.CANCELLED, done_at=self.tx.now)
        return (await self.tx.execute(ended)).rowcount

    async def claim(self, job: JobId, *, now: datetime, lease_until: datetime) -> JobRow | None:
        """Begin an attempt; None when it is not due, not open, or its like is running."""
        facts = {"job": job, "now": now, "lease_until": lease_until}
        row = await self._first(_CLAIM, facts)
        return row and JobRow(**row._mapping)

    async def end(self, job: JobId, attempt: int, end: JobState) -> bool:
        """End an attempt that still holds the job; False when it no longer does."""
        facts = {"job": job, "held": attempt, "end": end, "now": self.tx.now}
        return bool((await self.tx.execute(_END, facts)).rowcount)

    async def retry(self, job: JobRow, again_at: datetime, *, failures: int) -> None:
        """Queue it again; when its like was queued meanwhile, that one goes on for both."""
        if await self.queued_like(job.name, job.key):
            await self.end(job.id, job.attempt, JobState.CANCELLED)
            return
        facts = {
            "job": job.id,
            "held": job.attempt,
            "again_at": again_at,
            "failed_times": failures,
        }
        if (await self.tx.execute(_RETRY, facts)).rowcount:
            self.tx.tell_after_commit(Posted(job.id, job.name, job.key, again_at))

    async def queued_like(self, name: str, key: str) -> Posted | None:
        """The queued job of this name and key."""
        row = await self._first(_QUEUED_LIKE, {"name": name, "key": key})
        return row and Posted(**row._mapping)

    async def still_queued(self, job: JobId) -> Posted | None:
        """The job when it waits for a later moment."""
        row = await self._first(_STILL_QUEUED, {"job": job, "now": self.tx.now})
        return row and Posted(**row._mapping)

    async def queued_after(self, after: JobId | None, page: int) -> list[Posted]:
        """Queued jobs in the order of their ids, from the one after `after`."""
        facts = {"after": after or UUID(int=0), "page": page}
        return [Posted(**row._mapping) for row in await self._all(_QUEUED_AFTER, facts)]

    async def due(self, page: int) -> list[Posted]:
        """Jobs that could be claimed now, the longest due first."""
        facts = {"now": self.tx.now, "page": page}
        return [Posted(**row._mapping) for row in await self._all(_DUE, facts)]

    async def next_due(self) -> datetime | None:
        """When the first job falls due that is not yet."""
        row = await self._first(_NEXT, {"now": self.tx.now})
        moment: datetime | None = row[0]
        return moment

    async def free_orphans(self) -> None:
        """Queue again what a process that died was running; only its successor may ask."""
        for row in await self._all(select(JOBS).where(JOBS.c.state == JobState.RUNNING)):
            job = JobRow(**row._mapping)
            await self.retry(job, self.tx.now, failures=job.failures)

    async def prune(self, before: datetime) -> None:
        """Delete the jobs that ended before then."""
        await self.tx.execute(delete(JOBS).where(JOBS.c.done_at < before))
