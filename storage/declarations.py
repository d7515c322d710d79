"""What people declare: moves from country to country, and a coded tag for who is too young."""

from datetime import datetime
from typing import Final

from sqlalchemy import Uuid, delete, func, insert, select
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of
from storage.people import PersonId
from storage.personal_data import Kept, NotPersonal, Purpose, record


class MoveRow(Stored, table=True):
    """A change of country, counted so that nobody hops into weaker rules."""

    __tablename__ = "moves"

    owner: PersonId = Field(primary_key=True, sa_type=Uuid, foreign_key="people.id")
    declared_at: datetime = Field(primary_key=True, sa_type=UtcDateTime)
    country: str = Field(max_length=2)


class TooYoungRow(Stored, table=True):
    """Somebody too young answered; a day later they may answer again."""

    __tablename__ = "too_young"

    subject: str = Field(primary_key=True, max_length=64)
    answered_at: datetime = Field(sa_type=UtcDateTime)


MOVES: Final = table_of(MoveRow)
TOO_YOUNG: Final = table_of(TooYoungRow)
PERSONAL_DATA = {
    MoveRow: Kept(
        owner=MoveRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record("declared_at", "country"),
        retention="with the account",
    ),
    TooYoungRow: NotPersonal("a coded tag for one day; whose it was needs the year's pepper"),
}


class DeclarationRows(Rows):
    """Writing down what was declared, and looking back."""

    async def move(self, owner: PersonId, country: str) -> None:
        facts = {"owner": owner, "declared_at": self.tx.now, "country": country}
        await self.tx.execute(insert(MOVES), facts)

    async def moves_since(self, owner: PersonId, moment: datetime) -> int:
        mine = (MOVES.c.owner == owner) & (MOVES.c.declared_at > moment)
        counted = await self._first(select(func.count()).select_from(MOVES).where(mine))
        return int(counted[0])

    async def too_young(self, subject: str) -> None:
        await self.tx.execute(insert(TOO_YOUNG), {"subject": subject, "answered_at": self.tx.now})

    async def was_too_young(self, subjects: list[str], since: datetime) -> bool:
        """Whether one of these tags answered after `since`."""
        tagged = (TOO_YOUNG.c.subject.in_(subjects), TOO_YOUNG.c.answered_at > since)
        return await self._first(select(TOO_YOUNG.c.subject).where(*tagged)) is not None

    async def forget_too_young(self, until: datetime) -> None:
        """Drop the tags of answers up to then: they no longer bar anybody."""
        await self.tx.execute(delete(TOO_YOUNG).where(TOO_YOUNG.c.answered_at <= until))
