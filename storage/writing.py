"""Words: which phrases a person saw last, so that none comes twice in a row."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from sqlalchemy import Uuid, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record

REMEMBERED: Final = 30  # ten albums of three captions


class PhraseRow(Stored, table=True):
    """A phrase's name and when it was last said; the newest thirty of a person are kept."""

    __tablename__ = "phrases"

    owner: PersonId = Field(primary_key=True, sa_type=Uuid, foreign_key="people.id")
    phrase: str = Field(primary_key=True)
    said_at: datetime = Field(sa_type=UtcDateTime)


PHRASES: Final = table_of(PhraseRow)
PERSONAL_DATA = {
    PhraseRow: Kept(
        owner=PhraseRow.owner,
        purpose=Purpose.SUGGEST_ANALYSE,
        export=record("phrase", "said_at"),
        retention="the last thirty",
    )
}


class WritingRows(Rows):
    """What was said to a person lately."""

    async def said_lately(self, owner: PersonId) -> frozenset[str]:
        mine = select(PHRASES.c.phrase).where(PHRASES.c.owner == owner)
        return frozenset(row.phrase for row in await self._all(mine))

    async def said(self, owner: PersonId, phrases: Collection[str]) -> None:
        """Remember these, and forget what is older than the last thirty."""
        rows = [{"owner": owner, "phrase": one, "said_at": self.tx.now} for one in set(phrases)]
        if rows:
            await self.tx.execute(
                insert(PHRASES).on_conflict_do_update(
                    index_elements=["owner", "phrase"], set_={"said_at": self.tx.now}
                ),
                rows,
            )
        mine = select(PHRASES.c.phrase).where(PHRASES.c.owner == owner)
        newest = mine.order_by(PHRASES.c.said_at.desc()).limit(REMEMBERED)
        old = (PHRASES.c.owner == owner, PHRASES.c.phrase.not_in(newest))
        await self.tx.execute(delete(PHRASES).where(*old))
