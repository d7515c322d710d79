"""Consent: what a person answered for each purpose, and until when it holds."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import Uuid, bindparam, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record


class ConsentState(StrEnum):
    """Where an answer stands; only `given` and `renewed` ever open the gate."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    RENEWED = "renewed"
    EXPIRED = "expired"
    OBJECTED = "objected"


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer: when it was given, on which notice, and until when it holds.

    notice: id/version of the text that was shown, or None for an act without one.
    """

    state: ConsentState
    at: datetime
    expires_at: datetime | None = None
    notice: str | None = None
    language: str | None = None
    asked_at: datetime | None = None


class ConsentRow(Stored, table=True):
    """The current answer; the ledger keeps the history."""

    __tablename__ = "consents"

    owner: PersonId = Field(primary_key=True, sa_type=Uuid, foreign_key="people.id")
    purpose: Purpose = Field(primary_key=True, sa_type=words(Purpose, "purpose"))
    state: ConsentState = Field(sa_type=words(ConsentState, "state"))
    at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    notice: str | None = None
    language: str | None = Field(default=None, max_length=2)
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


_ANSWER: Final = tuple(field.name for field in fields(Consent))
CONSENTS: Final = table_of(ConsentRow)
PERSONAL_DATA = {
    ConsentRow: Kept(
        owner=ConsentRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record("purpose", *_ANSWER),
        retention="with the account; the coded ledger 3 years",
    )
}
_OF_OWNER = select(CONSENTS).where(CONSENTS.c.owner == bindparam("owner"))
_INSERT = insert(CONSENTS)
_RECORD = _INSERT.on_conflict_do_update(
    index_elements=["owner", "purpose"],
    set_={name: _INSERT.excluded[name] for name in _ANSWER},
)


class ConsentRows(Rows):
    """Reading and replacing a person's answers."""

    async def states(self, owner: PersonId) -> Mapping[Purpose, Consent]:
        rows = await self._all(_OF_OWNER, {"owner": owner})
        return {
            row.purpose: Consent(**{name: row._mapping[name] for name in _ANSWER}) for row in rows
        }

    async def record(self, owner: PersonId, purpose: Purpose, answer: Consent) -> None:
        """Replace the answer for a purpose."""
        await self.tx.execute(_RECORD, {"owner": owner, "purpose": purpose} | asdict(answer))

    async def run_out(self, moment: datetime, limit: int) -> list[tuple[PersonId, Purpose]]:
        """Answers that opened the gate and whose time is over, the oldest first."""
        over = (
            select(CONSENTS.c.owner, CONSENTS.c.purpose)
            .where(CONSENTS.c.expires_at <= moment)
            .order_by(CONSENTS.c.expires_at)
            .limit(limit)
        )
        return [(row.owner, row.purpose) for row in await self._all(over)]
