"""Words: rewritings in progress, and which phrases a person saw last."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, LargeBinary, Uuid, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record

RewritingId = NewType("RewritingId", UUID)

REMEMBERED: Final = 30  # ten albums of three captions


class PhraseRow(Stored, table=True):
    """A phrase's name and when it was last said; the newest thirty of a person are kept."""

    __tablename__ = "phrases"

    owner: PersonId = Field(primary_key=True, sa_type=Uuid, foreign_key="people.id")
    phrase: str = Field(primary_key=True)
    said_at: datetime = Field(sa_type=UtcDateTime)


class RewritingRow(Stored, table=True):
    """A text that its person is having rewritten, and the message that shows it; 30 days long.

    version: grows with every change, so that an old keyboard cannot act on new state.
    original, current: sealed. wish: the last one, by its value. again: how often another way
    was asked for under it. collage: whose words these are.
    """

    __tablename__ = "rewritings"

    id: RewritingId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    version: int = 1
    original: bytes = Field(sa_type=LargeBinary)
    current: bytes = Field(sa_type=LargeBinary)
    wish: str | None = Field(default=None, max_length=16)
    again: int = 0
    collage: UUID | None = Field(default=None, sa_type=Uuid)
    made_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime, index=True)


PHRASES: Final = table_of(PhraseRow)
REWRITINGS: Final = table_of(RewritingRow)
PERSONAL_DATA = {
    PhraseRow: Kept(
        owner=PhraseRow.owner,
        purpose=Purpose.SUGGEST_ANALYSE,
        export=record("phrase", "said_at"),
        retention="the last thirty",
    ),
    RewritingRow: Kept(
        owner=RewritingRow.owner,
        # The person's own act on their own words, not an analysis of ours.
        purpose=Purpose.CORE_SERVICE,
        export=record("wish", "made_at", "changed_at", text=["original", "current"]),
        retention="30 days after its last change",
    ),
}


class WritingRows(Rows):
    """A person's rewritings, and what was said to them lately."""

    async def add(self, row: RewritingRow) -> None:
        await self.tx.execute(insert(REWRITINGS), row.model_dump())

    async def get(self, owner: PersonId, rewriting: RewritingId) -> RewritingRow | None:
        """None for another's as for none."""
        mine = (REWRITINGS.c.owner == owner, REWRITINGS.c.id == rewriting)
        row = await self._first(select(REWRITINGS).where(*mine))
        return row and RewritingRow(**row._mapping)

    async def change(
        self, owner: PersonId, rewriting: RewritingId, version: int, facts: Mapping[str, Any]
    ) -> bool:
        """Set columns and step to the next version; False when `version` is no longer the last."""
        mine = (
            REWRITINGS.c.owner == owner,
            REWRITINGS.c.id == rewriting,
            REWRITINGS.c.version == version,
        )
        grown = {**facts, "version": version + 1, "changed_at": self.tx.now}
        done = await self.tx.execute(update(REWRITINGS).where(*mine).values(grown))
        return bool(done.rowcount)

    async def shown(self, owner: PersonId, rewriting: RewritingId, message_id: int) -> None:
        """Remember which message shows it."""
        mine = (REWRITINGS.c.owner == owner, REWRITINGS.c.id == rewriting)
        facts = {"message_id": message_id}
        await self.tx.execute(update(REWRITINGS).where(*mine).values(facts))

    async def shown_in(
        self, owner: PersonId, chat_id: int, message_id: int
    ) -> RewritingRow | None:
        """The rewriting that a message shows."""
        mine = (
            REWRITINGS.c.owner == owner,
            REWRITINGS.c.chat_id == chat_id,
            REWRITINGS.c.message_id == message_id,
        )
        row = await self._first(select(REWRITINGS).where(*mine).limit(1))
        return row and RewritingRow(**row._mapping)

    async def forget(self, owner: PersonId, rewriting: RewritingId) -> None:
        """Its person kept the text elsewhere, or kept their own."""
        mine = (REWRITINGS.c.owner == owner, REWRITINGS.c.id == rewriting)
        await self.tx.execute(delete(REWRITINGS).where(*mine))

    async def forget_words_of(self, owner: PersonId, collages: Collection[UUID]) -> list[int]:
        """Delete the rewritings of these drafts' words; returns the messages they were in."""
        mine = (REWRITINGS.c.owner == owner, REWRITINGS.c.collage.in_(collages))
        number = REWRITINGS.c.message_id
        gone = await self.tx.execute(delete(REWRITINGS).where(*mine).returning(number))
        return [number for number in gone.scalars() if number is not None]

    async def drop_old(self, before: datetime) -> int:
        """Retention: rewritings that nobody touched since `before`."""
        old = REWRITINGS.c.changed_at < before
        return (await self.tx.execute(delete(REWRITINGS).where(old))).rowcount

    async def said_lately(self, owner: PersonId) -> frozenset[str]:
        mine = select(PHRASES.c.phrase).where(PHRASES.c.owner == owner)
        return frozenset(row.phrase for row in await self._all(mine))

    async def said(self, owner: PersonId, phrases: Collection[str]) -> None:
        """Remember these, and forget what is older than the last thirty."""
        rows = [{"owner": owner, "phrase": one, "said_at": self.tx.now} for one in set(phrases)]
        if rows:
            await self.tx.execute(
                upsert(PHRASES).on_conflict_do_update(
                    index_elements=["owner", "phrase"], set_={"said_at": self.tx.now}
                ),
                rows,
            )
        mine = select(PHRASES.c.phrase).where(PHRASES.c.owner == owner)
        newest = mine.order_by(PHRASES.c.said_at.desc()).limit(REMEMBERED)
        old = (PHRASES.c.owner == owner, PHRASES.c.phrase.not_in(newest))
        await self.tx.execute(delete(PHRASES).where(*old))
