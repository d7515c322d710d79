"""Memories: when a person wants reminders, which were sent, and what must not come back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import (
    Index,
    LargeBinary,
    UniqueConstraint,
    Uuid,
    bindparam,
    delete,
    func,
    select,
    text,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.gallery import MediaId
from storage.people import PEOPLE, PersonId
from storage.personal_data import Kept, Purpose, record

NudgeId = NewType("NudgeId", UUID)
_DUE: Final = text("next_nudge_at IS NOT NULL")


class NudgeState(StrEnum):
    """Claimed by a tick, sent, let go because nothing was good, or answered."""

    CLAIMED = "claimed"
    SENT = "sent"
    DROPPED = "dropped"
    ANSWERED = "answered"


class CadenceRow(Stored, table=True):
    """The hour and the number a week that a person picked; the zone is the person's.

    ignored: nudges in a row without an answer. quiet_until: the last day of a pause.
    """

    __tablename__ = "cadences"
    __table_args__ = (
        Index("ix_cadences_due", "next_nudge_at", sqlite_where=_DUE, postgresql_where=_DUE),
    )

    owner: PersonId = Field(primary_key=True, sa_type=Uuid, foreign_key="people.id")
    hour: int
    times_a_week: int
    next_nudge_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ignored: int = 0
    quiet_until: date | None = None


class NudgeRow(Stored, table=True):
    """One reminder of one day; memory: sealed JSON, its kind, its media and the reasons."""

    __tablename__ = "nudges"
    __table_args__ = (UniqueConstraint("owner", "kind", "period"),)

    id: NudgeId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id")
    kind: str
    period: str
    state: NudgeState = Field(default=NudgeState.CLAIMED, sa_type=words(NudgeState, "state"))
    slot_at: datetime = Field(sa_type=UtcDateTime)
    memory: bytes | None = Field(default=None, sa_type=LargeBinary)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ShownRow(Stored, table=True):
    """A media that a reminder showed already."""

    __tablename__ = "shown_media"

    media: MediaId = Field(
        primary_key=True, sa_type=Uuid, foreign_key="media.id", ondelete="CASCADE"
    )
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    at: datetime = Field(sa_type=UtcDateTime)


class AvoidRow(Stored, table=True):
    """A wish not to see something again, sealed; it outlives the reminders themselves."""

    __tablename__ = "avoids"

    id: UUID = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    wish: bytes = Field(sa_type=LargeBinary)
    at: datetime = Field(sa_type=UtcDateTime)


CADENCES: Final = table_of(CadenceRow)
NUDGES: Final = table_of(NudgeRow)
SHOWN: Final = table_of(ShownRow)
AVOIDS: Final = table_of(AvoidRow)
PERSONAL_DATA = {
    CadenceRow: Kept(
        owner=CadenceRow.owner,
        purpose=Purpose.NUDGE_MEMORIES,
        export=record("hour", "times_a_week", "next_nudge_at", "last_sent_at", "quiet_until"),
        retention="until reminders are off",
    ),
    NudgeRow: Kept(
        owner=NudgeRow.owner,
        purpose=Purpose.NUDGE_MEMORIES,
        export=record("id", "kind", "period", "state", "sent_at", values=["memory"]),
        retention="until reminders are off",
    ),
    ShownRow: Kept(
        owner=ShownRow.owner,
        purpose=Purpose.NUDGE_MEMORIES,
        export=record("media", "at"),
        retention="until reminders are off",
    ),
    AvoidRow: Kept(
        owner=AvoidRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record("at", values=["wish"]),
        retention="until erased",
    ),
}


@dataclass(frozen=True, slots=True)
class Due:
    """A cadence whose time has come, and the zone it is counted in."""

    owner: PersonId
    hour: int
    times_a_week: int
    next_nudge_at: datetime
    last_sent_at: datetime | None
    ignored: int
    quiet_until: date | None
    zone: str | None


_DUE_NOW = (
    select(
        CADENCES.c.owner,
        CADENCES.c.hour,
        CADENCES.c.times_a_week,
        CADENCES.c.next_nudge_at,
        CADENCES.c.last_sent_at,
        CADENCES.c.ignored,
        CADENCES.c.quiet_until,
        PEOPLE.c.zone,
    )
    .join(PEOPLE, PEOPLE.c.id == CADENCES.c.owner)
    .where(CADENCES.c.next_nudge_at.is_not(None), CADENCES.c.next_nudge_at <= bindparam("now"))
    .order_by(CADENCES.c.next_nudge_at)
    .limit(bindparam("limit"))
)


class MemoryRows(Rows):
    """Cadences, nudges and wishes, always within one owner but for the tick that claims."""

    async def cadence(self, owner: PersonId) -> CadenceRow | None:
        row = await self._first(select(CADENCES).where(CADENCES.c.owner == owner))
        return row and CadenceRow(**row._mapping)

    async def set_cadence(self, row: CadenceRow) -> None:
        facts = row.model_dump()
        await self.tx.execute(
            insert(CADENCES)
            .values(facts)
            .on_conflict_do_update(index_elements=["owner"], set_=facts)
        )

    async def change_cadence(self, owner: PersonId, facts: Mapping[str, Any]) -> None:
        await self.tx.execute(update(CADENCES).where(CADENCES.c.owner == owner).values(**facts))

    async def due(self, now: datetime, limit: int) -> list[Due]:
        """The tick's look over everybody: who waits longest first."""
        rows = await self._all(_DUE_NOW, {"now": now, "limit": limit})
        return [Due(**row._mapping) for row in rows]

    async def next_due(self) -> datetime | None:
        """When the first reminder falls due that is not yet."""
        moments = select(func.min(CADENCES.c.next_nudge_at))
        row = await self._first(moments.where(CADENCES.c.next_nudge_at > self.tx.now))
        moment: datetime | None = row[0]
        return moment

    async def claim(self, row: NudgeRow) -> bool:
        """False where a nudge of this kind and period was claimed before, by whomever."""
        claimed = await self.tx.execute(
            insert(NUDGES).values(row.model_dump()).on_conflict_do_nothing()
        )
        return bool(claimed.rowcount)

    async def nudge(self, owner: PersonId, nudge: NudgeId) -> NudgeRow | None:
        """None for another's nudge as for none."""
        mine = select(NUDGES).where(NUDGES.c.owner == owner, NUDGES.c.id == nudge)
        row = await self._first(mine)
        return row and NudgeRow(**row._mapping)

    async def last_sent(self, owner: PersonId) -> NudgeId | None:
        """The reminder that was sent last."""
        mine = (NUDGES.c.owner == owner, NUDGES.c.sent_at.is_not(None))
        newest = select(NUDGES.c.id).where(*mine).order_by(NUDGES.c.sent_at.desc()).limit(1)
        row = await self._first(newest)
        return NudgeId(row.id) if row else None

    async def change_nudge(
        self, owner: PersonId, nudge: NudgeId, facts: Mapping[str, Any]
    ) -> None:
        mine = (NUDGES.c.owner == owner, NUDGES.c.id == nudge)
        await self.tx.execute(update(NUDGES).where(*mine).values(**facts))

    async def sent_since(self, owner: PersonId, moment: datetime) -> list[datetime]:
        mine = (NUDGES.c.owner == owner, NUDGES.c.sent_at >= moment)
        return [row.sent_at for row in await self._all(select(NUDGES.c.sent_at).where(*mine))]

    async def shown(self, owner: PersonId) -> frozenset[MediaId]:
        rows = await self._all(select(SHOWN.c.media).where(SHOWN.c.owner == owner))
        return frozenset(MediaId(row.media) for row in rows)

    async def show(self, owner: PersonId, media: Collection[MediaId]) -> None:
        """Note what a reminder showed, as far as it is theirs; twice is once."""
        mine = await self.tx.gallery.theirs(owner, media)
        rows = [{"media": one, "owner": owner, "at": self.tx.now} for one in mine]
        if rows:
            await self.tx.execute(insert(SHOWN).on_conflict_do_nothing(), rows)

    async def unshow(self, owner: PersonId, media: Collection[MediaId]) -> None:
        """It may come back."""
        mine = (SHOWN.c.owner == owner, SHOWN.c.media.in_(media))
        await self.tx.execute(delete(SHOWN).where(*mine))

    async def avoid(self, owner: PersonId, wish: bytes) -> None:
        row = AvoidRow(owner=owner, wish=wish, at=self.tx.now)
        await self.tx.execute(insert(AVOIDS).values(row.model_dump()))

    async def avoids(self, owner: PersonId) -> list[bytes]:
        """The wishes, sealed, in the order they were made."""
        mine = select(AVOIDS.c.wish).where(AVOIDS.c.owner == owner).order_by(AVOIDS.c.at)
        return [row.wish for row in await self._all(mine)]
