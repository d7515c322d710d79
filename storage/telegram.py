"""The wire's memory: updates received, sends claimed, where each conversation stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import (
    BigInteger,
    Index,
    LargeBinary,
    Uuid,
    bindparam,
    delete,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Field

from storage.database import DiskFull, Rows, Stored, UtcDateTime, table_of, words
from storage.people import PEOPLE, PersonId
from storage.personal_data import Kept, NotPersonal, Purpose, record

# What a transaction may raise when the disk or the database, not the caller, is at fault.
DATABASE_ERRORS: Final = (SQLAlchemyError, OSError, DiskFull)
DELETABLE: Final = timedelta(hours=48)  # how long Telegram lets a bot delete what it sent
# The sends that show or play a media: pages, albums, voices; a file is given to be kept.
SHOWING: Final = ("sendPhoto", "sendMediaGroup", "sendVideo", "sendAnimation", "sendVoice")
_WAITING: Final = text("done_at IS NULL")


class SendState(StrEnum):
    """What is known of a send; `unknown` is never repeated."""

    CLAIMED = "claimed"
    SENT = "sent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Received:
    """An update that is not done yet. deaths: of the process, while this was handled."""

    update_id: int
    chat_id: int
    payload: bytes
    deaths: int
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Awaiting:
    """What the bot asked a person and waits for; `about` is an opaque id, "" for none."""

    question: str
    about: str
    since: datetime


class InboxRow(Stored, table=True):
    """An update as it came, sealed under the server's key until it is done."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_waiting", "update_id", sqlite_where=_WAITING, postgresql_where=_WAITING),
    )

    update_id: int = Field(primary_key=True, sa_type=BigInteger)
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    payload: bytes | None = Field(default=None, sa_type=LargeBinary)
    deaths: int = 0
    received_at: datetime = Field(sa_type=UtcDateTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class OutboxRow(Stored, table=True):
    """A send claimed before it leaves, so that a replay does not send it again."""

    __tablename__ = "outbox"

    key: str = Field(primary_key=True)
    owner: PersonId | None = Field(default=None, sa_type=Uuid, index=True)
    state: SendState = Field(default=SendState.CLAIMED, sa_type=words(SendState, "state"))
    message_ids: str | None = None
    claimed_at: datetime = Field(sa_type=UtcDateTime, index=True)


class StateRow(Stored, table=True):
    """Where a conversation stands; emptied when it ends."""

    __tablename__ = "states"

    owner: PersonId = Field(primary_key=True, sa_type=Uuid, foreign_key="people.id")
    state: str
    facts: bytes | None = Field(default=None, sa_type=LargeBinary)
    changed_at: datetime = Field(sa_type=UtcDateTime)


INBOX: Final = table_of(InboxRow)
OUTBOX: Final = table_of(OutboxRow)
STATES: Final = table_of(StateRow)
PERSONAL_DATA = {
    InboxRow: NotPersonal("a number, and a payload sealed until it is done, then emptied"),
    OutboxRow: Kept(
        owner=OutboxRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record("state", "claimed_at"),
        retention="7 days",
    ),
    StateRow: Kept(
        owner=StateRow.owner,
        purpose=Purpose.CORE_SERVICE,
        export=record("state", "changed_at"),
        retention="until the conversation ends",
    ),
}
_RECEIVE: Final = insert(INBOX).on_conflict_do_nothing().returning(INBOX.c.update_id)
_WAITING_AFTER: Final = (
    select(
        INBOX.c.update_id, INBOX.c.chat_id, INBOX.c.payload, INBOX.c.deaths, INBOX.c.received_at
    )
    .where(INBOX.c.done_at.is_(None), INBOX.c.update_id > bindparam("after"))
    .order_by(INBOX.c.update_id)
    .limit(bindparam("page"))
)
_CUT_SHORT: Final = (
    update(INBOX)
    .where(INBOX.c.update_id == bindparam("id"))
    .values(deaths=INBOX.c.deaths + 1)
    .returning(INBOX.c.deaths)
)
_DONE: Final = (
    update(INBOX)
    .where(INBOX.c.update_id == bindparam("id"))
    .values(payload=None, chat_id=None, done_at=bindparam("now"))
)
_OWNER: Final = select(PEOPLE.c.id).where(PEOPLE.c.telegram_id == bindparam("chat"))
_CLAIM: Final = (
    insert(OUTBOX)
    .values(
        key=bindparam("send"),
        owner=_OWNER.scalar_subquery(),
        state=SendState.CLAIMED,
        claimed_at=bindparam("now"),
    )
    .on_conflict_do_nothing()
    .returning(OUTBOX.c.key)
)
_SENT_SINCE: Final = select(OUTBOX.c.message_ids).where(
    OUTBOX.c.owner == bindparam("person"),
    OUTBOX.c.state == SendState.SENT,
    OUTBOX.c.claimed_at >= bindparam("since"),
)
_PICTURES_SINCE: Final = _SENT_SINCE.where(
    or_(*(OUTBOX.c.key.endswith(f"/{method}") for method in SHOWING))
)
_SEND: Final = select(OUTBOX).where(OUTBOX.c.key == bindparam("send"))
_SENT: Final = (
    update(OUTBOX)
    .where(OUTBOX.c.key == bindparam("send"))
    .values(state=SendState.SENT, message_ids=bindparam("ids"))
)
_UNKNOWN: Final = (
    update(OUTBOX).where(OUTBOX.c.key == bindparam("send")).values(state=SendState.UNKNOWN)
)
_FREE: Final = delete(OUTBOX).where(OUTBOX.c.key == bindparam("send"))
_STATE: Final = select(STATES).where(STATES.c.owner == bindparam("person"))
_EXPECT: Final = insert(STATES).on_conflict_do_update(
    index_elements=["owner"],
    set_={
        column: getattr(insert(STATES).excluded, column)
        for column in ("state", "facts", "changed_at")
    },
)


class TelegramRows(Rows):
    """Inbox, outbox, and what is awaited of a person."""

    async def receive(self, updates: Mapping[int, tuple[int, bytes]]) -> set[int]:
        """Keep updates (id: chat, sealed payload); returns the ids that were new."""
        new = set()
        for update_id, (chat, payload) in updates.items():
            row = {
                "update_id": update_id,
                "chat_id": chat,
                "payload": payload,
                "deaths": 0,
                "received_at": self.tx.now,
            }
            if await self._first(_RECEIVE, row):
                new.add(update_id)
        return new

    async def waiting_after(self, update_id: int, page: int) -> list[Received]:
        """Updates that are not done, in the order they came."""
        facts = {"after": update_id, "page": page}
        return [Received(**row._mapping) for row in await self._all(_WAITING_AFTER, facts)]

    async def cut_short(self, update_id: int) -> int:
        """Count a death of the process while this was handled; returns how many there were."""
        return int((await self.tx.execute(_CUT_SHORT, {"id": update_id})).scalar_one())

    async def done(self, update_id: int) -> None:
        """Empty an update: only its number stays, so that it is not taken twice."""
        await self.tx.execute(_DONE, {"id": update_id, "now": self.tx.now})

    async def claim(self, key: str, chat: int | None) -> OutboxRow | None:
        """Claim a send to a chat; when it was claimed before, what is known of it."""
        facts = {"send": key, "chat": chat, "now": self.tx.now}
        if (await self.tx.execute(_CLAIM, facts)).first():
            return None
        row = await self._first(_SEND, {"send": key})
        return OutboxRow(**row._mapping)

    async def sent(self, key: str, message_ids: Sequence[int]) -> None:
        """It arrived as these messages."""
        ids = " ".join(map(str, message_ids))
        await self.tx.execute(_SENT, {"send": key, "ids": ids})

    async def sent_since(self, owner: PersonId, since: datetime) -> list[int]:
        """The numbers of the messages that went to this person since then."""
        found = await self._all(_SENT_SINCE, {"person": owner, "since": since})
        return [int(number) for row in found for number in row.message_ids.split()]

    async def pictures_since(self, owner: PersonId, since: datetime) -> list[int]:
        """The numbers of those among them that show or play a media in the chat."""
        found = await self._all(_PICTURES_SINCE, {"person": owner, "since": since})
        return [int(number) for row in found for number in row.message_ids.split()]

    async def free(self, key: str) -> None:
        """It certainly did not arrive: another attempt may send it."""
        await self.tx.execute(_FREE, {"send": key})

    async def unknown(self, key: str) -> None:
        """It may have arrived: nobody sends it again."""
        await self.tx.execute(_UNKNOWN, {"send": key})

    async def count_unknown(self) -> int:
        """Sends of the last days whose outcome nobody knows."""
        counted = select(func.count()).where(OUTBOX.c.state == SendState.UNKNOWN)
        return int((await self.tx.execute(counted)).scalar_one())

    async def prune(self, before: datetime) -> None:
        """Forget the numbers of updates done, and of sends claimed, before then."""
        await self.tx.execute(delete(INBOX).where(INBOX.c.done_at < before))
        await self.tx.execute(delete(OUTBOX).where(OUTBOX.c.claimed_at < before))

    async def awaiting(self, owner: PersonId) -> Awaiting | None:
        """What the bot waits for from this person."""
        row = await self._first(_STATE, {"person": owner})
        if row is None:
            return None
        about = (await self.tx.open(owner, row.facts)).decode() if row.facts else ""
        return Awaiting(row.state, about, row.changed_at)

    async def expect(self, owner: PersonId, question: str, about: str = "") -> None:
        """The next text of this person answers `question`."""
        facts = await self.tx.seal(owner, about.encode()) if about else None
        row = {"owner": owner, "state": question, "facts": facts, "changed_at": self.tx.now}
        await self.tx.execute(_EXPECT, row)

    async def clear(self, owner: PersonId) -> None:
        """Nothing is awaited of this person any more."""
        await self.tx.execute(delete(STATES).where(STATES.c.owner == owner))
