"""Nicknames: what a person calls a place; theirs alone, and gone when places are."""

from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import LargeBinary, Uuid, delete, insert, select
from sqlmodel import Field

from storage.database import Rows, Stored, table_of
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record


class NicknameRow(Stored, table=True):
    """A name and the cell it stands for, sealed together as JSON."""

    __tablename__ = "nicknames"

    id: UUID = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    place: bytes = Field(sa_type=LargeBinary)


NICKNAMES: Final = table_of(NicknameRow)
PERSONAL_DATA = {
    NicknameRow: Kept(
        owner=NicknameRow.owner,
        purpose=Purpose.PLACES,
        export=record("id", values=["place"]),
        retention="until places are off",
    )
}


class NicknameRows(Rows):
    """Always within one owner."""

    async def of(self, owner: PersonId) -> list[NicknameRow]:
        mine = select(NICKNAMES).where(NICKNAMES.c.owner == owner)
        return [NicknameRow(**row._mapping) for row in await self._all(mine)]

    async def add(self, owner: PersonId, sealed: bytes) -> UUID:
        row = NicknameRow(owner=owner, place=sealed)
        await self.tx.execute(insert(NICKNAMES), row.model_dump())
        return row.id

    async def drop(self, owner: PersonId, nickname: UUID) -> None:
        """That place is called something else from now on."""
        mine = (NICKNAMES.c.owner == owner, NICKNAMES.c.id == nickname)
        await self.tx.execute(delete(NICKNAMES).where(*mine))
