"""People: who talks to the bot, as little of it as the product can work with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, Uuid, bindparam, insert, select, update
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.personal_data import Kept, Purpose, record

PersonId = NewType("PersonId", UUID)


class AgeBand(StrEnum):
    """All that is kept of a birth year."""

    TEEN = "16-17"
    ADULT = "adult"


class PersonRow(Stored, table=True):
    """Kept until erased."""

    __tablename__ = "people"

    id: PersonId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    telegram_id: int = Field(sa_type=BigInteger, unique=True)
    language: str = Field(max_length=2)
    country: str | None = Field(default=None, max_length=2)
    age_band: AgeBand | None = Field(default=None, sa_type=words(AgeBand, "age_band"))
    next_country: str | None = Field(default=None, max_length=2)
    next_country_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    zone: str | None = None
    blocked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    frozen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    last_act_at: datetime = Field(sa_type=UtcDateTime)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as read; a value, so it may leave the transaction.

    next_country: where they said they live, once `next_country_at` has come.
    """

    id: PersonId
    telegram_id: int
    language: str
    country: str | None
    age_band: AgeBand | None
    next_country: str | None
    next_country_at: datetime | None
    zone: str | None
    blocked_at: datetime | None
    frozen_at: datetime | None
    created_at: datetime
    last_act_at: datetime


PEOPLE: Final = table_of(PersonRow)
PERSONAL_DATA = {
    PersonRow: Kept(
        owner=PersonRow.id,
        purpose=Purpose.CORE_SERVICE,
        export=record(
            "telegram_id",
            "language",
            "country",
            "next_country",
            "age_band",
            "zone",
            "created_at",
            "last_act_at",
        ),
        retention="until erased",
    )
}
_BY_TELEGRAM = select(PEOPLE).where(PEOPLE.c.telegram_id == bindparam("telegram_id"))
_BY_ID = select(PEOPLE).where(PEOPLE.c.id == bindparam("owner"))


class PeopleRows(Rows):
    """Finding, adding and changing people."""

    async def by_telegram_id(self, telegram_id: int) -> Person | None:
        row = await self._first(_BY_TELEGRAM, {"telegram_id": telegram_id})
        return row and Person(*row)

    async def get(self, owner: PersonId) -> Person | None:
        row = await self._first(_BY_ID, {"owner": owner})
        return row and Person(*row)

    async def add(self, telegram_id: int, language: str) -> Person:
        """A new person with a new key."""
        now, owner = self.tx.now, PersonId(uuid4())
        row = PersonRow(
            id=owner, telegram_id=telegram_id, language=language, created_at=now, last_act_at=now
        )
        await self.tx.execute(insert(PEOPLE), facts := row.model_dump())
        await self.tx.vault.create(self.tx, owner)
        return Person(**facts)

    async def change(self, owner: PersonId, facts: Mapping[str, Any]) -> None:
        """Set columns of a person, such as {"language": "fr"}."""
        await self.tx.execute(update(PEOPLE).where(PEOPLE.c.id == owner).values(**facts))

    async def arrived(self, moment: datetime, limit: int) -> list[PersonId]:
        """People whose declared country counts by now."""
        due = select(PEOPLE.c.id).where(PEOPLE.c.next_country_at <= moment).limit(limit)
        return [row.id for row in await self._all(due)]
