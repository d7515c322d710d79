"""Erasures under way and copies asked for: what a person's rights still have to do."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import Uuid, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of
from storage.jobs import JOBS, JobState
from storage.people import PEOPLE, PersonId
from storage.personal_data import Kept, Purpose, kept_tables, record
from storage.telegram import OUTBOX
from storage.vault import KEYS

ERASE: Final = "privacy.erase"
EXPORT: Final = "privacy.export"


class ErasureRow(Stored, table=True):
    """Asked for, not yet complete. gone: JSON, rows deleted so far by table."""

    __tablename__ = "erasures"

    owner: PersonId = Field(primary_key=True, sa_type=Uuid, foreign_key="people.id")
    asked_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    gone: str = "{}"


ERASURES: Final = table_of(ErasureRow)
PERSONAL_DATA = {
    ErasureRow: Kept(
        owner=ErasureRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record("asked_at", "due_at"),
        retention="until the erasure is complete or called off",
    )
}
# What the erasure itself still needs: whom to tell, their key, what it did, what was said.
_TO_THE_END: Final = frozenset({PEOPLE, KEYS, ERASURES, OUTBOX})


class ErasureRows(Rows):
    """Asking for an erasure, doing most of it, calling it off; when copies were asked for."""

    async def of(self, owner: PersonId) -> ErasureRow | None:
        row = await self._first(select(ERASURES).where(ERASURES.c.owner == owner))
        return row and ErasureRow(**row._mapping)

    async def ask(self, owner: PersonId, due_at: datetime) -> None:
        """Write it down and stop every job; asking again moves the day, never the counts."""
        facts = {"owner": owner, "asked_at": self.tx.now, "due_at": due_at, "gone": "{}"}
        asked = insert(ERASURES).on_conflict_do_update(
            index_elements=["owner"], set_={"due_at": due_at}
        )
        await self.tx.execute(asked, facts)
        await self.tx.jobs.cancel(owner)
        await self.tx.jobs.post(
            ERASE, subject=owner, key=str(owner), purpose=Purpose.CORE_SERVICE, not_before=due_at
        )

    async def call_off(self, owner: PersonId) -> bool:
        """Forget that it was asked; False when nothing was."""
        gone = await self.tx.execute(delete(ERASURES).where(ERASURES.c.owner == owner))
        await self._cancel(owner, ERASE)
        return bool(gone.rowcount)

    async def erase_content(self, owner: PersonId) -> Mapping[str, int]:
        """Delete all that the erasure does not need to finish; counts of this and earlier runs."""
        asked = await self.of(owner)
        counts = Counter(json.loads(asked.gone) if asked else {})
        for table, kept in kept_tables():
            if table is JOBS:
                counts[table.name] += await self._drop_other_jobs(owner)
            elif table not in _TO_THE_END:
                counts[table.name] += await kept.erase(self.tx, table, kept.owner_column, owner)
        gone = {name: rows for name, rows in sorted(counts.items()) if rows}
        noted = update(ERASURES).where(ERASURES.c.owner == owner).values(gone=json.dumps(gone))
        await self.tx.execute(noted)
        return gone

    async def last_copy(self, owner: PersonId) -> datetime | None:
        """When a copy was last asked for; one that was cancelled does not count."""
        asked = select(func.max(JOBS.c.posted_at)).where(
            JOBS.c.subject == owner,
            JOBS.c.name == EXPORT,
            JOBS.c.state.not_in([JobState.CANCELLED, JobState.FAILED]),
        )
        found: datetime | None = (await self.tx.execute(asked)).scalar_one()
        return found

    async def cancel_copy(self, owner: PersonId) -> bool:
        """Cancel a copy that is not made yet; False when it is too late."""
        return bool(await self._cancel(owner, EXPORT))

    async def _cancel(self, owner: PersonId, name: str) -> int:
        waiting = update(JOBS).where(
            JOBS.c.subject == owner, JOBS.c.name == name, JOBS.c.state == JobState.QUEUED
        )
        ended = waiting.values(state=JobState.CANCELLED, done_at=self.tx.now)
        return (await self.tx.execute(ended)).rowcount

    async def _drop_other_jobs(self, owner: PersonId) -> int:
        others = delete(JOBS).where(JOBS.c.subject == owner, JOBS.c.name != ERASE)
        return (await self.tx.execute(others)).rowcount
