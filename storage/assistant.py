"""The assistant: what was asked and how it was understood, and the turns of the AI chat."""

from datetime import datetime
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, LargeBinary, Uuid, delete, insert, select
from sqlmodel import Field

from storage.database import Rows, Stored, UtcDateTime, table_of, words
from storage.people import PersonId
from storage.personal_data import Kept, Purpose, record

RequestId = NewType("RequestId", UUID)
TurnId = NewType("TurnId", UUID)


class Speaker(StrEnum):
    """Who said a turn of the AI chat."""

    PERSON = "person"
    AI = "ai"


class RequestRow(Stored, table=True):
    """What was asked, for the buttons under the answer; readings: sealed JSON."""

    __tablename__ = "requests"

    id: RequestId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    readings: bytes = Field(sa_type=LargeBinary)
    at: datetime = Field(sa_type=UtcDateTime, index=True)


class TurnRow(Stored, table=True):
    """One turn of the AI chat, sealed; message_id: the person's message that is answered."""

    __tablename__ = "chat_turns"

    id: TurnId = Field(primary_key=True, sa_type=Uuid, default_factory=uuid4)
    owner: PersonId = Field(sa_type=Uuid, foreign_key="people.id", index=True)
    speaker: Speaker = Field(sa_type=words(Speaker, "speaker"))
    text: bytes = Field(sa_type=LargeBinary)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    at: datetime = Field(sa_type=UtcDateTime, index=True)


REQUESTS: Final = table_of(RequestRow)
TURNS: Final = table_of(TurnRow)
PERSONAL_DATA = {
    RequestRow: Kept(
        owner=RequestRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record("id", "at", values=["readings"]),
        retention="30 days",
    ),
    TurnRow: Kept(
        owner=TurnRow.owner,
        purpose=Purpose.SUGGEST_EXTERNAL_AI,
        export=record("speaker", "at", text=["text"]),
        retention="90 days",
    ),
}


class AssistantRows(Rows):
    """Requests and turns, always within one owner."""

    async def ask(self, row: RequestRow) -> None:
        await self.tx.execute(insert(REQUESTS), row.model_dump())

    async def asked(self, owner: PersonId, request: RequestId) -> RequestRow | None:
        """None for another's request as for none."""
        mine = select(REQUESTS).where(REQUESTS.c.owner == owner, REQUESTS.c.id == request)
        row = await self._first(mine)
        return row and RequestRow(**row._mapping)

    async def say(self, row: TurnRow) -> None:
        await self.tx.execute(insert(TURNS), row.model_dump())

    async def turns(self, owner: PersonId, until: datetime, count: int) -> list[TurnRow]:
        """The last turns up to then, in the order they were said."""
        mine = select(TURNS).where(TURNS.c.owner == owner, TURNS.c.at <= until)
        last = mine.order_by(TURNS.c.at.desc(), TURNS.c.speaker).limit(count)
        return [TurnRow(**row._mapping) for row in reversed(await self._all(last))]

    async def turn(self, owner: PersonId, turn: TurnId) -> TurnRow | None:
        mine = select(TURNS).where(TURNS.c.owner == owner, TURNS.c.id == turn)
        row = await self._first(mine)
        return row and TurnRow(**row._mapping)

    async def drop_old(self, *, requests_before: datetime, turns_before: datetime) -> int:
        """Retention; returns how many rows went."""
        requests = await self.tx.execute(delete(REQUESTS).where(REQUESTS.c.at < requests_before))
        turns = await self.tx.execute(delete(TURNS).where(TURNS.c.at < turns_before))
        return requests.rowcount + turns.rowcount
