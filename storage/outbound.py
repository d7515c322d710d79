"""Outbound: what of a person's went to which host, when and how much; never what it said."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import Index, Uuid, delete, func, insert, select
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record

OutboundId = NewType("OutboundId", UUID)


class CallKind(StrEnum):
    """What a call was for."""

    REWRITE = "rewrite"
    CAPTIONS = "captions"
    ANSWER = "answer"
    IMAGE = "image"


class OutboundRow(Stored, table=True):
    """One call that was about to leave; written before it did, so that none is missing.

    bytes_sent: words and picture. most_tokens: the most that was asked for in return.
    """

    __tablename__ = "outbound"
    __table_args__ = (Index("ix_outbound_owner_at", "owner", "at"),)

    id: OutboundId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id")
    host: str
    kind: CallKind = Field(sa_type=words(CallKind, "kind"))
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    bytes_sent: int
    most_tokens: int


OUTBOUND: Final = table_of(OutboundRow)
PERSONAL_DATA = {
    OutboundRow: Kept(
        owner=OutboundRow.owner,
        # Not `suggest.external_ai`: whoever takes that back still wants to see where data went.
        purpose=Purpose.CORE_SERVICE,
        export=record("host", "kind", "at", "bytes_sent"),
        retention="12 months; taking the consent back does not hide where data went",
    )
}


@dataclass(frozen=True, slots=True)
class Sent:
    """One call, as its owner may see it."""

    host: str
    kind: CallKind
    at: datetime
    bytes_sent: int


@dataclass(frozen=True, slots=True)
class Spent:
    """What a person used since some moment."""

    calls: int
    images: int
    tokens: int


class OutboundRows(Rows):
    """What left, always within one owner."""

    async def note(
        self, owner: PersonId, host: str, kind: CallKind, *, bytes_sent: int, most_tokens: int
    ) -> None:
        row = OutboundRow(
            owner=owner,
            host=host,
            kind=kind,
            at=self.tx.now,
            bytes_sent=bytes_sent,
            most_tokens=most_tokens,
        )
        await self.tx.execute(insert(OUTBOUND), row.model_dump())

    async def spent(self, owner: PersonId, since: datetime) -> Spent:
        calls = func.count()
        images = func.count().filter(OUTBOUND.c.kind == CallKind.IMAGE)
        tokens = func.coalesce(func.sum(OUTBOUND.c.most_tokens), 0)
        mine = (OUTBOUND.c.owner == owner, OUTBOUND.c.at >= since)
        return Spent(*await self._first(select(calls, images, tokens).where(*mine)))

    async def of(self, owner: PersonId, *, limit: int = 1000) -> list[Sent]:
        """Where this person's data went, the newest first."""
        columns = (OUTBOUND.c.host, OUTBOUND.c.kind, OUTBOUND.c.at, OUTBOUND.c.bytes_sent)
        mine = select(*columns).where(OUTBOUND.c.owner == owner)
        newest = mine.order_by(OUTBOUND.c.at.desc()).limit(limit)
        return [Sent(**row._mapping) for row in await self._all(newest)]

    async def drop_before(self, moment: datetime) -> int:
        """Forget calls older than this, of everybody; returns how many."""
        gone = await self.tx.execute(delete(OUTBOUND).where(OUTBOUND.c.at < moment))
        return gone.rowcount
