"""The census: how much there is of everything, for whoever runs the bot; numbers only."""

from dataclasses import dataclass

from sqlalchemy import Table, func, select

from storage.database import Rows
from storage.gallery import MEDIA, MediaState
from storage.jobs import JOBS, JobState
from storage.people import PEOPLE
from storage.telegram import OUTBOX, SendState


@dataclass(frozen=True, slots=True)
class Census:
    """unknown_sends: of the last days, whose outcome nobody knows.

    contributors: people that the ranker was made of.
    """

    people: int
    media: int
    jobs_waiting: int
    jobs_failed: int
    unknown_sends: int
    contributors: int


class CensusRows(Rows):
    """Counting, over everybody."""

    async def take(self) -> Census:
        waiting = [JobState.QUEUED, JobState.RUNNING]
        return Census(
            people=await self._count(PEOPLE),
            media=await self._count(MEDIA, MEDIA.c.state != MediaState.FORGOTTEN),
            jobs_waiting=await self._count(JOBS, JOBS.c.state.in_(waiting)),
            jobs_failed=await self._count(JOBS, JOBS.c.state == JobState.FAILED),
            unknown_sends=await self._count(OUTBOX, OUTBOX.c.state == SendState.UNKNOWN),
            contributors=await self.tx.improve.contributors(),
        )

    async def _count(self, table: Table, *where: object) -> int:
        counted = select(func.count()).select_from(table).where(*where)  # type: ignore[arg-type]  # any condition
        return int((await self.tx.execute(counted)).scalar_one())
