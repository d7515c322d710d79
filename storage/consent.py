"""Consent: what a person answered for each purpose, and until when it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
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


class ConsentRow(Stored, table=True):
    """The current answer; the ledger keeps the history."""

    __tablename__ = "consents"

    owner: PersonId = Field(primary_key=True, sa_type=Uuid)
    purpose: Purpose = Field(primary_key=True, sa_type=words(Purpose, "purpose"))
    state: ConsentState = Field(sa_type=words(ConsentState, "state"))
    at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    notice: str | None = None
    language: str | None = Field(default=None, max_length=2)


CONSENTS: Final = table_of(ConsentRow)
PERSONAL_DATA = {
    ConsentRow: Kept(
        owner=ConsentRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record("purpose", "state", "at", "expires_at", "notice", "language"),
        retention="with the account; the coded ledger 3 years",
    )
}
_OF_OWNER = select(CONSENTS).where(CONSENTS.c.owner == bindparam("owner"))
_INSERT = insert(CONSENTS)
_RECORD = _INSERT.on_conflict_do_update(
    index_elements=["owner", "purpose"],
    set_={
        name: _INSERT.excluded[name]
        for name in ("state", "at", "expires_at", "notice", "language")
    },
)


class ConsentRows(Rows):
    """Reading and replacing a person's answers."""

    async def states(self, owner: PersonId) -> Mapping[Purpose, Consent]:
        rows = await self._all(_OF_OWNER, {"owner": owner})
        return {
            row.purpose: Consent(row.state, row.at, row.expires_at, row.notice, row.language)
            for row in rows
        }

    async def record(self, owner: PersonId, purpose: Purpose, answer: Consent) -> None:
        """Replace the answer for a purpose."""
        facts = {"owner": owner, "purpose": purpose}
        for name in ("state", "at", "expires_at", "notice", "language"):
            facts[name] = getattr(answer, name)
        await self.tx.execute(_RECORD, facts)
