"""Regions: stages that the operators changed, and who waits for a country to open."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Uuid, and_, bindparam, exists, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of
from storage.jobs import JOBS, JobState
from storage.people import PEOPLE, PersonId
from storage.personal_data import Kept, NotPersonal, Purpose, record


class StageRow(Stored, table=True):
    """How far a feature is open in a region, where that is no longer what the file says."""

    __tablename__ = "stages"

    region: str = Field(primary_key=True, max_length=16)
    feature: str = Field(primary_key=True, max_length=16)
    stage: str = Field(max_length=16)
    changed_at: datetime = Field(sa_type=UtcDateTime)


class WaitingRow(Stored, table=True):
    """Somebody asked for one message when their country opens. posted_at: it is under way."""

    __tablename__ = "waiting"

    owner: PersonId = Field(primary_key=True, sa_type=Uuid, foreign_key="people.id")
    country: str = Field(max_length=2, index=True)
    since: datetime = Field(sa_type=UtcDateTime)
    posted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


STAGES: Final = table_of(StageRow)
WAITING: Final = table_of(WaitingRow)
PERSONAL_DATA = {
    StageRow: NotPersonal("what is open where; who changed it is coded in the ledger"),
    WaitingRow: Kept(
        owner=WaitingRow.owner,
        purpose=Purpose.INFORM_LAUNCH,
        export=record("country", "since"),
        retention="until the launch, 12 months at most",
    ),
}
_SET_STAGE: Final = insert(STAGES).on_conflict_do_update(
    index_elements=["region", "feature"],
    set_={name: getattr(insert(STAGES).excluded, name) for name in ("stage", "changed_at")},
)
_WAIT: Final = insert(WAITING).on_conflict_do_nothing()
_OF_OWNER: Final = select(WAITING).where(WAITING.c.owner == bindparam("person"))
_MESSAGES: Final = and_(JOBS.c.subject == WAITING.c.owner, JOBS.c.purpose == Purpose.INFORM_LAUNCH)
# Stopped before it began, by an erasure that was called off again: nothing can have left.
_NEVER_BEGAN: Final = exists().where(
    _MESSAGES,
    JOBS.c.state == JobState.CANCELLED,
    JOBS.c.attempt == 0,
    JOBS.c.posted_at >= WAITING.c.posted_at,
)
_FAILED: Final = (
    select(func.count())
    .select_from(JOBS)
    .join(WAITING, _MESSAGES)
    .where(WAITING.c.owner == bindparam("person"), JOBS.c.state == JobState.FAILED)
)


class RegionRows(Rows):
    """Stages for everybody; a place on the waiting list for one person."""

    async def stages(self) -> list[StageRow]:
        """Every stage that was changed, the oldest change first."""
        rows = await self._all(select(STAGES).order_by(STAGES.c.changed_at, STAGES.c.region))
        return [StageRow(**row._mapping) for row in rows]

    async def set_stage(self, region: str, feature: str, stage: str) -> None:
        facts = {"region": region, "feature": feature, "stage": stage, "changed_at": self.tx.now}
        await self.tx.execute(_SET_STAGE, facts)

    async def wait(self, owner: PersonId, country: str) -> None:
        """Put a person on the list; twice is once."""
        await self.tx.execute(_WAIT, {"owner": owner, "country": country, "since": self.tx.now})

    async def waiting(self, owner: PersonId) -> WaitingRow | None:
        row = await self._first(_OF_OWNER, {"person": owner})
        return row and WaitingRow(**row._mapping)

    async def count_waiting(self) -> Mapping[str, int]:
        """How many wait, by country."""
        each = select(WAITING.c.country, func.count().label("people")).group_by(WAITING.c.country)
        return {row.country: int(row.people) for row in await self._all(each)}

    async def to_tell(self, countries: Collection[str], limit: int) -> list[PersonId]:
        """People of these countries whose message is not under way, the longest waiting first."""
        due = (
            select(WAITING.c.owner)
            .join(PEOPLE, PEOPLE.c.id == WAITING.c.owner)
            .where(
                WAITING.c.country.in_(countries),
                or_(WAITING.c.posted_at.is_(None), _NEVER_BEGAN),
                PEOPLE.c.frozen_at.is_(None),
            )
            .order_by(WAITING.c.since)
            .limit(limit)
        )
        return [row.owner for row in await self._all(due)]

    async def under_way(self, owner: PersonId, *, is_posted: bool) -> None:
        """Whether the message to this person is on its way."""
        facts: dict[str, Any] = {"posted_at": self.tx.now if is_posted else None}
        await self.tx.execute(update(WAITING).where(WAITING.c.owner == owner).values(**facts))

    async def times_failed(self, owner: PersonId) -> int:
        """How many jobs could not tell this person, over the days that jobs are kept."""
        return int((await self.tx.execute(_FAILED, {"person": owner})).scalar_one())
