"""Objections: a coded tag each, so that one still stands after everything else was erased."""

from datetime import datetime
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.people import PEOPLE, PersonId
from storage.personal_data import NotPersonal, Purpose


class ObjectionRow(Stored, table=True):
    """Somebody objected, and has not taken it back; who it was needs the year's pepper."""

    __tablename__ = "objections"

    subject: str = Field(primary_key=True, max_length=64)
    purpose: Purpose = Field(primary_key=True, sa_type=words(Purpose, "purpose"))
    objected_at: datetime = Field(sa_type=UtcDateTime)


OBJECTIONS: Final = table_of(ObjectionRow)
PERSONAL_DATA = {
    ObjectionRow: NotPersonal(
        "a coded tag and a purpose, so that an objection outlives an erasure; with the pepper "
        "of its year it points at nobody any more"
    )
}


class ObjectionRows(Rows):
    """Noting an objection, remembering it, and taking it back: always by the person."""

    async def keep(self, owner: PersonId, purpose: Purpose) -> None:
        """Twice is once, and the first moment stays."""
        for subject in (await self._tags(owner))[-1:]:
            facts = {"subject": subject, "purpose": purpose, "objected_at": self.tx.now}
            await self.tx.execute(insert(OBJECTIONS).on_conflict_do_nothing(), facts)

    async def of(self, owner: PersonId) -> dict[Purpose, datetime]:
        """To what they objected, and when; also before they were erased and came back."""
        mine = select(OBJECTIONS).where(OBJECTIONS.c.subject.in_(await self._tags(owner)))
        return {row.purpose: row.objected_at for row in await self._all(mine)}

    async def lift(self, owner: PersonId, purpose: Purpose) -> None:
        tags = await self._tags(owner)
        mine = (OBJECTIONS.c.subject.in_(tags), OBJECTIONS.c.purpose == purpose)
        await self.tx.execute(delete(OBJECTIONS).where(*mine))

    async def _tags(self, owner: PersonId) -> list[str]:
        """Their tag of every year, this year's last; none for somebody unknown."""
        person = await self._first(select(PEOPLE.c.telegram_id).where(PEOPLE.c.id == owner))
        return await self.tx.ledger.tags(person.telegram_id) if person else []
